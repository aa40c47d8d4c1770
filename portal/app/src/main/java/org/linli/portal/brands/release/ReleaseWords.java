package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.problem.DomainException;

/** What is said of releases, in words. */
@ApplicationScoped
public class ReleaseWords {
    private static final String POINTS = "points:";

    private final Messages messages;

    @Inject
    public ReleaseWords(Messages messages) {
        this.messages = messages;
    }

    /** Why it was rejected and what to do; null when it was not. */
    public @Nullable String reason(Release release, Locale locale) {
        List<String> reason = release.reason();
        if (reason.isEmpty()) {
            return null;
        }
        DomainException refusal = DomainException.invalid(
                reason.get(0), reason.subList(1, reason.size()).toArray());
        return messages.text(locale, refusal.textKey(), refusal.arguments().toArray());
    }

    /** What it asks for, as codes: {@code records}, {@code points:500}. */
    public Set<String> needs(Release release) {
        return Needs.of(release.descriptor());
    }

    /** What a need means, for who is to approve it. */
    public String need(String code, Locale locale) {
        return code.startsWith(POINTS)
                ? messages.text(locale, "brands.need.points", code.substring(POINTS.length()))
                : messages.text(locale, "brands.need." + code.replace(':', '.'));
    }

    /** Its name in that language. */
    public static String name(Release release, boolean chinese) {
        return chinese ? release.titles().nameZh() : release.titles().nameEn();
    }
}
