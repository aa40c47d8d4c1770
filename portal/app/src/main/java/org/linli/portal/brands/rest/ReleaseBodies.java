package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.release.NodeRows;
import org.linli.portal.brands.release.Release;
import org.linli.portal.brands.release.ReleaseWords;
import org.linli.portal.platform.i18n.Language;

/** Releases as they are answered, in the reader's language. */
@ApplicationScoped
public class ReleaseBodies {
    private final NodeRows nodes;
    private final ReleaseWords words;
    private final Language language;

    @Inject
    public ReleaseBodies(NodeRows nodes, ReleaseWords words, Language language) {
        this.nodes = nodes;
        this.words = words;
        this.language = language;
    }

    ReleaseBody of(Release release) {
        boolean chinese = language.isChinese();
        @Nullable String reason = words.reason(release, language.locale());
        return new ReleaseBody(
                Long.toString(release.id()),
                release.brandId(),
                release.version(),
                release.status().name(),
                chinese ? release.titles().nameZh() : release.titles().nameEn(),
                chinese ? release.titles().summaryZh() : release.titles().summaryEn(),
                release.publisher(),
                release.signer() != null,
                release.bundled(),
                release.sha256(),
                release.size(),
                List.copyOf(words.needs(release)),
                reason,
                release.uploadedAt(),
                release.changedAt(),
                release.status() == Release.Status.ACTIVE ? nodesOf(release.brandId()) : List.of());
    }

    private List<ReleaseBody.NodeBody> nodesOf(String brandId) {
        return nodes.of(brandId).stream()
                .map(report -> new ReleaseBody.NodeBody(report.node(), report.state(), report.detail(), report.at()))
                .toList();
    }
}
