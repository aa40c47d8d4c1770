package org.linli.portal.activities;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.linli.portal.activities.domain.Roster;
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/** Signing up for dates of one's own community, and not coming after all. */
@Desk
public class SignUpDesk {
    private final Caller caller;
    private final ActivityRights rights;
    private final Activities activities;
    private final ActivityNotices notices;
    private final Clock clock;

    @Inject
    SignUpDesk(Caller caller, ActivityRights rights, Activities activities, ActivityNotices notices, Clock clock) {
        this.caller = caller;
        this.rights = rights;
        this.activities = activities;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The caller wants to come. Again changes nothing.
     *
     * @return a place, or waiting for one
     * @throws DomainException 404 elsewhere, 403 for who lives elsewhere, 409 when it has begun, is over or takes nobody
     */
    public PersonState signUp(long id) {
        if (rights.visible(id).communityId() != caller.communityId()) {
            throw DomainException.forbidden("activities.not-at-home");
        }
        Instant now = clock.instant();
        Activity date = activities.take(id);
        date.requireSignUps(now);
        Roster roster = activities.roster(date);
        PersonState state = roster.signUp(caller.personId(), now);
        activities.save(date, roster);
        return state;
    }

    /**
     * The caller does not come after all; whoever waits longest moves up and is told.
     *
     * @throws DomainException 404, 409 when it has begun or is over, or the caller had not signed up
     */
    public void withdraw(long id) {
        rights.visible(id);
        Instant now = clock.instant();
        Activity date = activities.take(id);
        date.requireAhead(now);
        Roster roster = activities.roster(date);
        notices.movedUp(roster.withdraw(caller.personId(), now), date, Act.of(caller.personId(), now));
        activities.save(date, roster);
    }
}
