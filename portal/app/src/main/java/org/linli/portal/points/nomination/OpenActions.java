package org.linli.portal.points.nomination;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.points.nomination.domain.NominationFlow;

/** What somebody may do with a nomination, so that pages offer nothing that the desk refuses. */
record OpenActions(Caller caller, boolean voted) {
    Set<NominationAction> of(Nomination nomination) {
        Set<NominationAction> open = EnumSet.noneOf(NominationAction.class);
        Arrays.stream(NominationAction.values())
                .filter(action ->
                        NominationFlow.after(nomination.status(), action).isPresent())
                .filter(action -> mine(action, nomination))
                .forEach(open::add);
        return open;
    }

    private boolean mine(NominationAction action, Nomination nomination) {
        boolean part = nomination.concerns(caller.personId());
        return switch (action) {
            case SECOND -> !part;
            case VOTE ->
                !part
                        && !voted
                        && NominationDesk.PANEL.stream().anyMatch(role -> caller.holds(role, nomination.communityId()));
            case WITHDRAW -> nomination.people().nominator().id() == caller.personId();
            case OBJECT -> true;
            case DISMISS, UPHOLD -> !part && caller.holds(Role.COMMUNITY_ADMIN, nomination.communityId());
            case APPROVE, REJECT, PAY -> false;
        };
    }
}
