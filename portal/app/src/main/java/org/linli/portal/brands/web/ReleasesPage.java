package org.linli.portal.brands.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.release.NodeRows;
import org.linli.portal.brands.release.NodeStates;
import org.linli.portal.brands.release.Release;
import org.linli.portal.brands.release.ReleaseDesk;
import org.linli.portal.brands.release.ReleaseWork;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.problem.Violation;
import org.linli.portal.platform.web.PageMessages;

/** The releases of brands in the hands of the portal's operators. */
@Named("releasesPage")
@RequestScoped
public class ReleasesPage {
    private final ReleaseDesk desk;
    private final ReleaseWork work;
    private final NodeStates nodes;
    private final Texts texts;
    private final PageMessages messages;
    private @Nullable List<Shelf> shelves;

    @Inject
    public ReleasesPage(ReleaseDesk desk, ReleaseWork work, NodeStates nodes, Texts texts, PageMessages messages) {
        this.desk = desk;
        this.work = work;
        this.nodes = nodes;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * A brand with its releases, the last changed first, and what nodes say of it.
     *
     * @param titles of the release that works, else of the newest
     * @param back version to which a roll-back leads; empty when it leads to none
     */
    public record Shelf(
            String brandId, Release.Titles titles, String back, List<Release> releases, List<NodeRows.Report> nodes) {
        public Shelf {
            releases = List.copyOf(releases);
            nodes = List.copyOf(nodes);
        }
    }

    /** Brands by id. */
    public List<Shelf> getShelves() {
        if (shelves == null) {
            Map<String, List<Release>> byBrand = new LinkedHashMap<>();
            desk.list().forEach(release -> byBrand.computeIfAbsent(release.brandId(), id -> new ArrayList<>())
                    .add(release));
            shelves = byBrand.entrySet().stream()
                    .map(entry -> shelf(entry.getKey(), entry.getValue()))
                    .toList();
        }
        return shelves;
    }

    private Shelf shelf(String brandId, List<Release> releases) {
        Release face = first(releases, Release.Status.ACTIVE);
        Release back = face == null ? null : work.before(face).orElse(null);
        return new Shelf(
                brandId,
                (face == null ? releases.get(0) : face).titles(),
                back == null ? "" : back.version(),
                releases,
                nodes.of(brandId));
    }

    private static @Nullable Release first(List<Release> releases, Release.Status status) {
        return releases.stream().filter(r -> r.status() == status).findFirst().orElse(null);
    }

    /** Why a release was rejected and what to do; empty when it was not. */
    public String why(Release release) {
        return words(release.reason());
    }

    /** What a node says beyond its state: why a start failed. */
    public String detail(NodeRows.Report report) {
        return report.state().equals("FAILED") ? words(List.of(report.detail().split(" "))) : "";
    }

    private String words(List<String> reason) {
        return reason.isEmpty() || reason.get(0).isEmpty()
                ? ""
                : texts.of(
                        new Violation("", reason.get(0), List.of()).textKey(),
                        reason.subList(1, reason.size()).toArray());
    }

    public void verify(long id) {
        Release release = work.verify(id);
        if (release.status() == Release.Status.VERIFIED) {
            messages.done("brands.releases.verified", release.version());
        }
        shelves = null;
    }

    public void activate(long id) {
        messages.done("brands.releases.activated", work.activate(id).version());
        shelves = null;
    }

    public void rollBack(long id) {
        messages.done("brands.releases.rolledBack", work.rollBack(id).version());
        shelves = null;
    }

    public void reject(long id) {
        messages.done("brands.releases.rejected", desk.reject(id).version());
        shelves = null;
    }

    /** Whether this portal runs without plugins, to be mended. */
    public boolean isSafeMode() {
        return nodes.isSafeMode();
    }
}
