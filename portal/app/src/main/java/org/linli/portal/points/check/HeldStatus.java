package org.linli.portal.points.check;

import org.jspecify.annotations.Nullable;

/** Where a posting that was kept back stands. */
public enum HeldStatus {
    /** Waits for a decision. */
    HELD,
    /** Somebody decided that it is not paid; the volunteer may appeal once. */
    REFUSED,
    /** The volunteer has said something to it; somebody else decides. */
    APPEALED,
    /** It was paid. */
    RELEASED,
    /** The appeal was refused: it is never paid. */
    DISMISSED,
    /** The service itself was reversed: there is nothing to pay. */
    WITHDRAWN;

    /** What can be done to it. */
    public enum Step {
        RELEASE,
        REFUSE,
        APPEAL,
        WITHDRAW
    }

    /** Where that step leads from here; null when it cannot be done. */
    public @Nullable HeldStatus after(Step step) {
        return switch (this) {
            case HELD ->
                switch (step) {
                    case RELEASE -> RELEASED;
                    case REFUSE -> REFUSED;
                    case APPEAL -> APPEALED;
                    case WITHDRAW -> WITHDRAWN;
                };
            case REFUSED ->
                switch (step) {
                    case APPEAL -> APPEALED;
                    case WITHDRAW -> WITHDRAWN;
                    default -> null;
                };
            case APPEALED ->
                switch (step) {
                    case RELEASE -> RELEASED;
                    case REFUSE -> DISMISSED;
                    case WITHDRAW -> WITHDRAWN;
                    default -> null;
                };
            case RELEASED, DISMISSED, WITHDRAWN -> null;
        };
    }

    /** Whether somebody has to decide. */
    public boolean isWaiting() {
        return this == HELD || this == APPEALED;
    }
}
