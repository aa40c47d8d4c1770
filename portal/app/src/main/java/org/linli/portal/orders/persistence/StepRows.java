package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** Steps of brands that were taken, and what is overdue. */
@ApplicationScoped
public class StepRows {
    private static final int BATCH = 200;

    private final Sql sql;

    @Inject
    public StepRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * A step that was taken.
     *
     * @param outcome null when the step went on waiting
     */
    public record Taken(
            String step,
            Instant at,
            long actorId,
            String actorName,
            @Nullable String outcome,
            Data input,
            String note) {}

    /** An order, or its step, that took too long. */
    public record Late(
            long orderId,
            BrandRef brand,
            String typeCode,
            @Nullable String step,
            Instant due) {}

    public void add(long orderId, Taken taken) {
        sql.update(
                "INSERT INTO order_step (id, order_id, step_code, at, actor_id, outcome, input, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                orderId,
                taken.step(),
                taken.at(),
                taken.actorId(),
                taken.outcome(),
                DataJson.write(taken.input()),
                taken.note());
    }

    /** Steps of an order, oldest first. */
    public List<Taken> of(long orderId) {
        return sql.list(
                "SELECT s.step_code, s.at, s.actor_id, p.name, s.outcome, s.input, s.note FROM order_step s"
                        + " JOIN person p ON p.id = s.actor_id WHERE s.order_id = ? ORDER BY s.id",
                row -> new Taken(
                        row.text(1),
                        row.instant(2),
                        row.number(3),
                        row.text(4),
                        row.textOrNull(5),
                        DataJson.read(row.text(6)),
                        row.text(7)),
                orderId);
    }

    /** What became overdue and was not told yet, some of it when there is much. */
    public List<Late> late(Instant now) {
        return sql.list(
                "(SELECT order_id, community_id, brand_id, type_code, NULL, due_at FROM order_extension"
                        + " WHERE is_open = 1 AND overdue_at IS NULL AND due_at <= ? LIMIT ?)"
                        + " UNION ALL (SELECT order_id, community_id, brand_id, type_code, step_code, step_due_at"
                        + " FROM order_extension WHERE is_open = 1 AND step_overdue_at IS NULL AND step_due_at <= ?"
                        + " AND step_code IS NOT NULL LIMIT ?)",
                row -> new Late(
                        row.number(1),
                        new BrandRef(row.text(3), row.number(2)),
                        row.text(4),
                        row.textOrNull(5),
                        row.instant(6)),
                now,
                BATCH,
                now,
                BATCH);
    }

    /** Notes that it was told; false when another node was faster. */
    public boolean tell(Late late, Instant now) {
        String column = late.step() == null ? "overdue_at" : "step_overdue_at";
        return sql.update(
                        "UPDATE order_extension SET " + column + " = ? WHERE order_id = ? AND is_open = 1 AND " + column
                                + " IS NULL",
                        now,
                        late.orderId())
                == 1;
    }
}
