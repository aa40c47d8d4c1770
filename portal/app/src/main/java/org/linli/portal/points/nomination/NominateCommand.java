package org.linli.portal.points.nomination;

import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.points.NominationKind;

/**
 * Somebody nominates somebody else.
 *
 * @param nominationId identifies it; the same again nominates once
 * @param kind what for
 * @param nomineeId who
 * @param story what they did, at most 1000 characters
 */
public record NominateCommand(
        long nominationId,
        @Nullable NominationKind kind,
        @Nullable Long nomineeId,
        @Nullable String story) {
    /** Code points of a story. */
    public static final int MAX_STORY = 1000;

    void check() {
        new Violations()
                .required(kind, "kind")
                .required(nomineeId, "nomineeId")
                .requiredText(story, "story", MAX_STORY)
                .throwIfAny();
    }
}
