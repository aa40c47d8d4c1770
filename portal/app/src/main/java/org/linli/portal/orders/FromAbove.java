package org.linli.portal.orders;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What streets and districts see of an order: how it goes, and of nobody who it is. The one place that says which fields
 * those are; an order that was escalated to them they see in full.
 */
final class FromAbove {
    private static final String HIDDEN = "**";

    private FromAbove() {}

    /** Whether somebody with these parts in an order looks at it from above only. */
    static boolean only(Set<Party> parties) {
        return parties.equals(Set.of(Party.OVERSEER));
    }

    /** The first letter of a name, so that two people in one order can be told apart. */
    static @Nullable String masked(@Nullable String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + HIDDEN;
    }

    static OrderSummary row(OrderSummary row) {
        return row.withNames(String.valueOf(masked(row.principalName())), masked(row.volunteerName()));
    }

    static OrderDetail detail(OrderDetail detail) {
        return new OrderDetail(
                row(detail.order()),
                detail.parties(),
                detail.actions(),
                "",
                null,
                masked(detail.placerName()),
                null,
                detail.affair(),
                detail.severity(),
                null,
                detail.needsCode(),
                detail.claimLimit(),
                List.of(),
                service(detail.service()),
                List.of());
    }

    private static @Nullable ServiceView service(@Nullable ServiceView service) {
        if (service == null) {
            return null;
        }
        ServiceView.Rated said = service.review();
        return new ServiceView(
                0,
                String.valueOf(masked(service.volunteerName())),
                "",
                service.acceptedAt(),
                service.startedAt(),
                service.completedAt(),
                null,
                service.claimedMinutes(),
                said == null ? null : new ServiceView.Rated(said.rating(), "", said.minutes(), said.at()),
                service.record(),
                service.score());
    }

    static TimelineLine line(TimelineLine line) {
        return new TimelineLine(
                line.id(),
                line.at(),
                null,
                masked(line.actorName()),
                line.action(),
                line.from(),
                line.to(),
                line.actorId() == null ? line.note() : "");
    }
}
