package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.linli.portal.platform.persistence.Sql;

/** Finds who may be given points. Knows no callers. */
@ApplicationScoped
class Recipients {
    private final Sql sql;

    @Inject
    Recipients(Sql sql) {
        this.sql = sql;
    }

    /** A person and where their account is. */
    record Recipient(long personId, String name, long communityId) {}

    Optional<Recipient> find(long personId) {
        return sql.first(
                "SELECT id, name, community_id FROM person WHERE id = ?",
                row -> new Recipient(row.number(1), row.text(2), row.number(3)),
                personId);
    }
}
