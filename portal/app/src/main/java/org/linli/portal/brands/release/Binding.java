package org.linli.portal.brands.release;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;

/**
 * A brand in a community. Where there is none the brand is off and nothing of it is left.
 *
 * @param version of the release to which the community was last switched
 * @param reason why it is suspended, as a code; null unless it is
 * @param approved needs that the community's administrators were shown and approved
 * @param settings with the schema's defaults filled in
 * @param exportedAt when its data were last taken out, null for never
 * @param revision rises with each change
 */
public record Binding(
        BrandRef brand,
        State state,
        String version,
        @Nullable String reason,
        Set<String> approved,
        Data settings,
        @Nullable Instant exportedAt,
        long revision) {
    public Binding {
        approved = Set.copyOf(approved);
    }

    /** What the brand may do there. */
    public enum State {
        /** Works. */
        ON,
        /** Rests until an administrator says otherwise: by their word, or because it failed, or because it needs more. */
        SUSPENDED,
        /** Laid down; its data are kept until they are purged. */
        DISABLED
    }

    public boolean isOn() {
        return state == State.ON;
    }
}
