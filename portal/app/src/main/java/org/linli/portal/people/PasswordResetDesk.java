package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.linli.portal.community.OrgTree;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.security.Tokens;

/** Forgotten passwords: staff who have seen the person give them a temporary one. */
@Desk
public class PasswordResetDesk {
    /** How long a temporary password signs in. */
    static final Duration VALID = Duration.ofHours(24);

    private static final Set<Role> MAY_RESET = EnumSet.of(Role.COMMUNITY_ADMIN, Role.OPERATOR);
    /** Easy to read out and to type on a telephone; guesses are counted, so ten digits are plenty for a day. */
    private static final int DIGITS = 10;

    private final People people;
    private final Grants grants;
    private final OrgTree tree;
    private final Passwords passwords;
    private final Office office;

    @Inject
    public PasswordResetDesk(People people, Grants grants, OrgTree tree, Passwords passwords, Office office) {
        this.people = people;
        this.grants = grants;
        this.tree = tree;
        this.passwords = passwords;
        this.office = office;
    }

    /**
     * A temporary password, told once.
     *
     * @param password ten digits; never kept
     * @param validUntil until when it signs in
     */
    public record Temporary(String password, Instant validUntil) {
        /** Without the password: it must not reach a log. */
        @Override
        public String toString() {
            return "Temporary[validUntil=" + validUntil + "]";
        }
    }

    /**
     * Gives a temporary password; it must be changed at the next sign-in. All sessions and tokens of the person end.
     *
     * @throws DomainException 404 out of scope or without account; 403 without the role, for oneself, or when the
     *     person holds a role that the caller could not give
     */
    public Temporary reset(long personId) {
        PersonView person = people.person(personId);
        office.caller().require(MAY_RESET, person.communityId());
        Identity caller = office.caller().identity();
        if (caller.personId() == personId) {
            throw DomainException.forbidden("people.own-password");
        }
        boolean below = grants.of(personId).stream()
                .filter(GrantView::isActive)
                .allMatch(grant -> GrantRule.mayDecide(caller, grant.role(), tree.unit(grant.unitId())));
        if (!below) {
            throw DomainException.forbidden("people.reset-above");
        }
        Temporary temporary = new Temporary(Tokens.digits(DIGITS), office.now().plus(VALID));
        passwords.set(personId, temporary.password(), temporary.validUntil());
        office.letIn(person);
        return temporary;
    }

    /** Who asks, what time it is, and what a reset leaves behind. */
    @ApplicationScoped
    static class Office {
        private final Caller caller;
        private final Clock clock;
        private final Attempts attempts;
        private final AuditLog audit;

        @Inject
        Office(Caller caller, Clock clock, Attempts attempts, AuditLog audit) {
            this.caller = caller;
            this.clock = clock;
            this.attempts = attempts;
            this.audit = audit;
        }

        Caller caller() {
            return caller;
        }

        Instant now() {
            return clock.instant();
        }

        /** Whoever forgot a password has usually guessed too often before: they may try again at once. */
        void letIn(PersonView person) {
            attempts.forget("account:" + person.id());
            audit.record("people.reset-password", person.communityId(), new Subject("person", person.id()), "");
        }
    }
}
