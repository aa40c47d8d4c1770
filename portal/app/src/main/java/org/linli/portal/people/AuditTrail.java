package org.linli.portal.people;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads the audit log for administrators and auditors, each for their part of the tree. */
@Desk
public class AuditTrail {
    private static final Set<Role> READERS = EnumSet.of(Role.COMMUNITY_ADMIN, Role.AUDITOR, Role.OPERATOR);

    private final Sql sql;
    private final Caller caller;

    @Inject
    public AuditTrail(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** A line of the log. */
    public record Entry(
            long id,
            Instant at,
            String actorName,
            @Nullable Long communityId,
            @Nullable String communityName,
            String action,
            String objectType,
            @Nullable Long objectId,
            String detail) {}

    /**
     * Lines of everything that the caller may audit, newest first.
     *
     * @param communityId only of that community; null for all
     * @throws DomainException 404 or 403
     */
    public Page<Entry> list(@Nullable Long communityId, Window window) {
        List<Identity.Held> held = caller.identity().grants().stream()
                .filter(grant -> READERS.contains(grant.role()))
                .toList();
        if (communityId != null) {
            caller.require(READERS, communityId);
        } else if (held.isEmpty()) {
            throw DomainException.forbidden("people.role-needed");
        }
        // the lines of no community (imports) are for those above all communities
        boolean operator = held.stream().anyMatch(grant -> grant.role() == Role.OPERATOR);
        StringBuilder scope = new StringBuilder(operator ? "(e.community_id IS NULL" : "(1 = 0");
        held.forEach(grant -> scope.append(" OR c.path LIKE ?"));
        Object[] arguments = new Object[held.size() + 4];
        for (int i = 0; i < held.size(); i++) {
            arguments[i] = held.get(i).unitPath() + "%";
        }
        arguments[held.size()] = communityId;
        arguments[held.size() + 1] = communityId;
        arguments[held.size() + 2] = window.before();
        arguments[held.size() + 3] = window.fetchSize();
        List<Entry> rows = sql.list(
                "SELECT e.id, e.at, e.actor_name, e.community_id, c.name, e.action, e.object_type, e.object_id,"
                        + " e.detail FROM audit_entry e LEFT JOIN org_unit c ON c.id = e.community_id WHERE " + scope
                        + ") AND (? IS NULL OR e.community_id = ?) AND e.id < ? ORDER BY e.id DESC LIMIT ?",
                row -> new Entry(
                        row.number(1),
                        row.instant(2),
                        row.text(3),
                        row.numberOrNull(4),
                        row.textOrNull(5),
                        row.text(6),
                        row.text(7),
                        row.numberOrNull(8),
                        row.text(9)),
                arguments);
        return Page.of(rows, window, Entry::id);
    }
}
