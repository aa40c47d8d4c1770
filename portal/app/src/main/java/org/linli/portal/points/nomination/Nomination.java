package org.linli.portal.points.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.nomination.domain.NominationFlow;

/**
 * Somebody who is nominated.
 *
 * @param id identifier; the source of its posting
 * @param story what they did
 * @param people who is concerned
 * @param votes what the panel said so far
 * @param announcement when and what is announced, null before
 * @param openObjections how many wait for the administrator
 */
public record Nomination(
        long id,
        long communityId,
        NominationKind kind,
        String story,
        NominationStatus status,
        People people,
        Votes votes,
        @Nullable Announced announcement,
        int openObjections,
        Instant nominatedAt) {
    /** Who is concerned; none of them decides. */
    public record People(
            Someone nominee, Someone nominator, @Nullable Someone seconder) {
        /** A person and their name. */
        public record Someone(long id, String name) {}

        Set<Long> ids() {
            return Stream.of(nominee, nominator, seconder)
                    .filter(someone -> someone != null)
                    .map(Someone::id)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * What the panel said.
     *
     * @param needed so many of one kind decide, 0 before it was seconded
     */
    public record Votes(int needed, int approvals, int rejections) {}

    /**
     * What is announced.
     *
     * @param until last day for objections
     * @param bonus hundredths of a point that will be paid
     */
    public record Announced(LocalDate from, LocalDate until, long bonus) {}

    /**
     * The status after the action.
     *
     * @throws DomainException 409 points.nomination-status when it is not allowed now
     */
    NominationStatus after(NominationAction action) {
        return NominationFlow.after(status, action)
                .orElseThrow(() -> DomainException.conflict("points.nomination-status"));
    }

    /** Whether the person has a part in it. */
    public boolean concerns(long personId) {
        return people.ids().contains(personId);
    }
}
