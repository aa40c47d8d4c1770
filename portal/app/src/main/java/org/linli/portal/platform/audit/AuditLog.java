package org.linli.portal.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** Appends to the audit log in the present transaction. Details carry no secrets and no personal numbers. */
@ApplicationScoped
public class AuditLog {
    private static final int MAX_DETAIL = 500;
    private static final String PORTAL = "系统";

    private final Sql sql;
    private final Clock clock;
    private final Actor actor;

    @Inject
    public AuditLog(Sql sql, Clock clock, Actor actor) {
        this.sql = sql;
        this.clock = clock;
        this.actor = actor;
    }

    /**
     * Records an act of the present caller.
     *
     * @param action {@code feature.verb}, e.g. {@code people.grant}
     * @param communityId null when it concerns no single community
     * @param subject what it was done to
     * @param detail at most 500 characters
     */
    public void record(String action, @Nullable Long communityId, Subject subject, String detail) {
        insert(actor.actorId(), actor.actorName(), new Act(action, communityId, subject, detail));
    }

    /** Records what the portal did of itself, outside of any request. */
    public void recordByPortal(String action, @Nullable Long communityId, Subject subject, String detail) {
        insert(null, PORTAL, new Act(action, communityId, subject, detail));
    }

    private void insert(@Nullable Long actorId, String actorName, Act act) {
        sql.update(
                "INSERT INTO audit_entry (id, at, actor_id, actor_name, community_id, action, object_type, object_id,"
                        + " detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                clock.instant(),
                actorId,
                actorName,
                act.communityId(),
                act.action(),
                act.subject().type(),
                act.subject().id(),
                act.detail().length() > MAX_DETAIL ? act.detail().substring(0, MAX_DETAIL) : act.detail());
    }

    private record Act(String action, @Nullable Long communityId, Subject subject, String detail) {}

    /**
     * What an act was done to.
     *
     * @param type kind of thing, e.g. {@code person}
     * @param id its id
     */
    public record Subject(String type, long id) {}
}
