package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What this node has loaded. It follows the database within two seconds, so it is never the word on what a community may do. */
@ApplicationScoped
public class Registry {
    private final Map<String, LoadedRelease> loaded = new ConcurrentHashMap<>();

    /** The release of a brand that works on this node. */
    public Optional<LoadedRelease> active(String brandId) {
        return Optional.ofNullable(loaded.get(brandId));
    }

    /**
     * The release that works now, kept from being unloaded: the way into every call. During an upgrade it gives the old
     * release or the new one, never neither.
     */
    public Optional<LoadedRelease.Lease> lease(String brandId) {
        LoadedRelease seen = loaded.get(brandId);
        while (seen != null) {
            Optional<LoadedRelease.Lease> lease = seen.lease();
            if (lease.isPresent()) {
                return lease;
            }
            LoadedRelease now = loaded.get(brandId);
            if (now == seen) {
                return Optional.empty();
            }
            seen = now;
        }
        return Optional.empty();
    }

    /** All that work on this node. */
    public Collection<LoadedRelease> all() {
        return List.copyOf(loaded.values());
    }

    /** From now on that one; gives the one before, which is to be drained. */
    @Nullable
    LoadedRelease put(LoadedRelease release) {
        return loaded.put(release.descriptor().id(), release);
    }

    /** From now on none; gives the one before, which is to be drained. */
    @Nullable
    LoadedRelease remove(String brandId) {
        return loaded.remove(brandId);
    }
}
