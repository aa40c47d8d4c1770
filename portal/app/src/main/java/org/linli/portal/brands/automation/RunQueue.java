package org.linli.portal.brands.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** Puts runs into the queue, in the present transaction; the same trigger once, whoever puts it. */
@ApplicationScoped
public class RunQueue {
    private final Sql sql;
    private final Clock clock;

    @Inject
    public RunQueue(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(BrandRef brand, Run.What what, String name, Trigger trigger) {
        insert(brand, what, name, trigger, "WAITING");
    }

    /** Remembers a time as passed, so that it does not run afterwards. */
    void pass(BrandRef brand, String name, Trigger trigger) {
        insert(brand, Run.What.AUTOMATION, name, trigger, "DONE");
    }

    private void insert(BrandRef brand, Run.What what, String name, Trigger trigger, String state) {
        Instant now = clock.instant();
        sql.update(
                "INSERT INTO brand_run (id, brand, community_id, what, name, trigger_id, payload, state, attempts,"
                        + " due_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE attempts = attempts",
                Ids.next(),
                brand.brandId(),
                brand.communityId(),
                what,
                name,
                trigger.id(),
                DataJson.write(trigger.payload()),
                state,
                now,
                now);
    }

    /** Why something runs, and what is handed to it. */
    record Trigger(String id, Data payload) {}
}
