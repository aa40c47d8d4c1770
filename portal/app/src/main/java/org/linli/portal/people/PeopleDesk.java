package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.security.FieldCipher;

/** People for the staff of their community. */
@Desk
public class PeopleDesk {
    /** Who works with the people of a community. */
    static final Set<Role> WORKERS =
            EnumSet.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER, Role.GRID_WORKER, Role.BUTLER, Role.OPERATOR);

    /** Who may see a telephone number in full and correct where somebody lives. */
    private static final Set<Role> CALLERS =
            EnumSet.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER, Role.GRID_WORKER, Role.BUTLER);

    private static final int MAX_ADDRESS = 200;

    private final Sql sql;
    private final People people;
    private final FieldCipher cipher;
    private final OrgTree tree;
    private final Access access;

    @Inject
    public PeopleDesk(Sql sql, People people, FieldCipher cipher, OrgTree tree, Access access) {
        this.sql = sql;
        this.people = people;
        this.cipher = cipher;
        this.tree = tree;
        this.access = access;
    }

    /**
     * Which people of a community.
     *
     * @param text part of a name, pinyin, public number or whole telephone number; null for all
     * @param pending only those who wait for a decision on a role
     */
    public record Selection(long communityId, @Nullable String text, boolean pending) {}

    /** The selected people, newest first. */
    public Page<PersonView> list(Selection selection, Window window) {
        access.requireWorker(selection.communityId());
        String text = selection.text() == null ? "" : selection.text();
        new Violations().text(text, "q", 60).throwIfAny();
        String pending = selection.pending()
                ? " AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.status = 'PENDING')"
                : "";
        String order = pending + " AND p.id < ? ORDER BY p.id DESC LIMIT " + window.fetchSize();
        List<PersonView> rows = text.isBlank()
                ? sql.list(
                        People.PERSON + "WHERE p.community_id = ?" + order,
                        people::view,
                        selection.communityId(),
                        window.before())
                : sql.list(
                        People.PERSON + "WHERE p.community_id = ? AND " + People.Search.CONDITION + order,
                        people::view,
                        People.Search.of(text, cipher).arguments(selection.communityId(), window.before()));
        return Page.of(rows, window, PersonView::id);
    }

    /** How many wait for a decision in the community. */
    public long pendingCount(long communityId) {
        access.requireWorker(communityId);
        return sql.number(
                "SELECT COUNT(DISTINCT p.id) FROM person p JOIN role_grant g ON g.person_id = p.id"
                        + " WHERE p.community_id = ? AND g.status = 'PENDING'",
                communityId);
    }

    /**
     * A person: oneself, or one of the community that the caller works for.
     *
     * @throws DomainException 404 or 403
     */
    public PersonView person(long id) {
        PersonView person = people.person(id);
        if (id != access.caller().personId()) {
            access.requireWorker(person.communityId());
        }
        return person;
    }

    /** The telephone number in full, for those who must call; leaves a line in the audit log. */
    public Phone showPhone(long id) {
        PersonView person = person(id);
        access.requireOneOf(CALLERS, person.communityId());
        Phone phone = people.phone(id);
        if (phone == null) {
            throw DomainException.conflict("people.no-phone");
        }
        access.audit().record("people.show-phone", person.communityId(), new Subject("person", id), "");
        return phone;
    }

    /**
     * Where a person lives.
     *
     * @param version that the change was made looking at
     */
    public record Move(
            long personId,
            @Nullable Long homeUnitId,
            @Nullable String address,
            long version) {}

    /** Changes home and address: one's own, or as staff of the community. */
    public PersonView move(Move command) {
        PersonView person = person(command.personId());
        if (person.id() != access.caller().personId()) {
            access.requireOneOf(CALLERS, person.communityId());
        }
        new Violations()
                .required(command.homeUnitId(), "homeUnitId")
                .text(command.address(), "address", MAX_ADDRESS)
                .throwIfAny();
        long home = command.homeUnitId() == null ? 0 : command.homeUnitId();
        OrgUnitView unit = tree.find(home)
                .filter(u -> Long.valueOf(person.communityId()).equals(u.communityId()))
                .orElseThrow(() -> DomainException.invalidField("homeUnitId", "people.no-home-there"));
        int rows = sql.update(
                "UPDATE person SET home_unit_id = ?, address = ?, version = version + 1 WHERE id = ? AND version = ?",
                unit.id(),
                command.address() == null ? "" : command.address().strip(),
                person.id(),
                command.version());
        if (rows == 0) {
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
        access.audit().record("people.move", person.communityId(), new Subject("person", person.id()), unit.code());
        return people.person(person.id());
    }

    /** Who asks, and the log of what staff did. */
    @ApplicationScoped
    static class Access {
        private final Caller caller;
        private final AuditLog audit;

        @Inject
        Access(Caller caller, AuditLog audit) {
            this.caller = caller;
            this.audit = audit;
        }

        Caller caller() {
            return caller;
        }

        AuditLog audit() {
            return audit;
        }

        /** Grid workers hold their role at a grid, but everybody of the community may call them. */
        void requireOneOf(Set<Role> roles, long communityId) {
            caller.requireSees(communityId);
            if (!caller.worksIn(roles, communityId)) {
                throw DomainException.forbidden("people.role-needed");
            }
        }

        void requireWorker(long communityId) {
            requireOneOf(WORKERS, communityId);
        }
    }
}
