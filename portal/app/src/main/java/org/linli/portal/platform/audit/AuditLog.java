package org.linli.portal.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;

/** Appends to the audit log in the present transaction. Details carry no secrets and no personal numbers. */
@ApplicationScoped
public class AuditLog {
    private final DataSource dataSource;
    private final Clock clock;
    private final Actor actor;

    @Inject
    public AuditLog(DataSource dataSource, Clock clock, Actor actor) {
        this.dataSource = dataSource;
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO audit_entry (id, at, actor_id,"
                        + " actor_name, community_id, action, object_type, object_id, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, Ids.next());
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setLong(3, actor.actorId());
            insert.setString(4, actor.actorName());
            if (communityId == null) {
                insert.setNull(5, Types.BIGINT);
            } else {
                insert.setLong(5, communityId);
            }
            insert.setString(6, action);
            insert.setString(7, subject.type());
            insert.setLong(8, subject.id());
            insert.setString(9, detail.length() > 500 ? detail.substring(0, 500) : detail);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What an act was done to.
     *
     * @param type kind of thing, e.g. {@code person}
     * @param id its id
     */
    public record Subject(String type, long id) {}
}
