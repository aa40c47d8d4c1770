package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The releases that are to work, as the database has it: what decisions rest on. */
@ApplicationScoped
public class ActiveReleases {
    private final PointerRows pointers;
    private final ReleaseRows releases;

    @Inject
    public ActiveReleases(PointerRows pointers, ReleaseRows releases) {
        this.pointers = pointers;
        this.releases = releases;
    }

    /** The one of a brand. */
    Optional<Release> find(String brandId) {
        return pointers.find(brandId).map(Pointer::releaseId).flatMap(releases::find);
    }

    /** Of all brands, by id. */
    List<Release> all() {
        return pointers.all().stream()
                .filter(pointer -> pointer.releaseId() != null)
                .map(Pointer::releaseId)
                .flatMap(id -> releases.find(id).stream())
                .toList();
    }

    long generation(String brandId) {
        return pointers.find(brandId).map(Pointer::generation).orElse(0L);
    }
}
