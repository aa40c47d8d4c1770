package org.linli.portal.points.nomination.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.linli.portal.points.nomination.NominationAction;
import org.linli.portal.points.nomination.NominationStatus;

/** The one table of what may be done when, and where it leads. */
public final class NominationFlow {
    private static final Map<NominationStatus, Map<NominationAction, NominationStatus>> TABLE = table();

    private NominationFlow() {}

    /** The status after the action; empty when it is not allowed. */
    public static Optional<NominationStatus> after(NominationStatus status, NominationAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(status, Map.of()).get(action));
    }

    private static Map<NominationStatus, Map<NominationAction, NominationStatus>> table() {
        Map<NominationStatus, Map<NominationAction, NominationStatus>> table = new EnumMap<>(NominationStatus.class);
        table.put(
                NominationStatus.NOMINATED,
                Map.of(
                        NominationAction.SECOND, NominationStatus.SECONDED,
                        NominationAction.WITHDRAW, NominationStatus.WITHDRAWN));
        table.put(
                NominationStatus.SECONDED,
                Map.of(
                        NominationAction.VOTE, NominationStatus.SECONDED,
                        NominationAction.APPROVE, NominationStatus.ANNOUNCED,
                        NominationAction.REJECT, NominationStatus.REJECTED,
                        NominationAction.WITHDRAW, NominationStatus.WITHDRAWN));
        table.put(
                NominationStatus.ANNOUNCED,
                Map.of(
                        NominationAction.OBJECT, NominationStatus.ANNOUNCED,
                        NominationAction.DISMISS, NominationStatus.ANNOUNCED,
                        NominationAction.UPHOLD, NominationStatus.OVERTURNED,
                        NominationAction.PAY, NominationStatus.PAID));
        return table;
    }
}
