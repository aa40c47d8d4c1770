package org.linli.portal.reports.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.reports.OrderRow;
import org.linli.portal.reports.Period;
import org.linli.portal.reports.ServiceRow;

/** The rows behind the counts, newest first. */
@ApplicationScoped
public class Rows {
    private static final String SERVICE = "SELECT r.id AS id, r.order_id, u.name AS unit, i.name AS item, r.minutes,"
            + " COALESCE((SELECT SUM(e.amount) FROM points_transaction t JOIN ledger_entry e ON e.transaction_id = t.id"
            + " WHERE t.reason = 'SERVICE' AND t.source_id = r.id AND e.amount > 0), 0) AS points,"
            + " r.recorded_at, CASE WHEN ? THEN p.name END AS volunteer FROM org_unit u %s JOIN service_record r ON %s"
            + " JOIN service_item i ON i.id = r.item_id JOIN person p ON p.id = r.volunteer_id"
            + " WHERE u.path LIKE ? AND r.recorded_at >= ? AND r.recorded_at < ? AND r.id < ?"
            + " ORDER BY r.id DESC LIMIT ?";

    private final Sql sql;

    @Inject
    public Rows(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which rows.
     *
     * @param path of the unit
     * @param period when
     * @param named whether names of people are read
     */
    public record Choice(String path, Period period, boolean named) {}

    /** Orders placed in the period at the unit or below. */
    public Page<OrderRow> orders(Choice choice, Window window) {
        List<OrderRow> rows = sql.list(
                "SELECT o.id, o.number, u.name, i.name, o.status, o.placed_at, CASE WHEN ? THEN p.name END"
                        + " FROM org_unit u JOIN service_order o ON o.unit_id = u.id"
                        + " JOIN service_item i ON i.id = o.item_id JOIN person p ON p.id = o.principal_id"
                        + " WHERE u.path LIKE ? AND o.placed_at >= ? AND o.placed_at < ? AND o.id < ?"
                        + " ORDER BY o.id DESC LIMIT ?",
                row -> new OrderRow(
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.constant(5, OrderStatus.class),
                        row.instant(6),
                        row.textOrNull(7)),
                choice.named(),
                choice.path() + "%",
                choice.period().start(),
                choice.period().end(),
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, OrderRow::id);
    }

    /** Services recorded in the period at the unit or below; what has no order stands under its community. */
    public Page<ServiceRow> services(Choice choice, Window window) {
        String fromOrders = SERVICE.formatted("JOIN service_order o ON o.unit_id = u.id", "r.order_id = o.id");
        String others = SERVICE.formatted("", "r.community_id = u.id AND r.order_id IS NULL");
        Object[] one = {
            choice.named(),
            choice.path() + "%",
            choice.period().start(),
            choice.period().end(),
            window.before(),
            window.fetchSize()
        };
        List<Object> parameters = new ArrayList<>(List.of(one));
        parameters.addAll(List.of(one));
        parameters.add(window.fetchSize());
        List<ServiceRow> rows = sql.list(
                "SELECT * FROM ((" + fromOrders + ") UNION ALL (" + others + ")) s ORDER BY id DESC LIMIT ?",
                row -> new ServiceRow(
                        row.number(1),
                        row.numberOrNull(2),
                        row.text(3),
                        row.text(4),
                        row.integer(5),
                        row.number(6),
                        row.instant(7),
                        row.textOrNull(8)),
                parameters.toArray());
        return Page.of(rows, window, ServiceRow::id);
    }
}
