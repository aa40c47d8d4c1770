package org.linli.portal.notices;

import java.time.Clock;
import java.util.List;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.points.PaidServices;

/** Circulars without a relay: they are delivered when the test says so. */
public final class CircularFixture {
    private final Sql sql;
    private final TestTransactions transactions;
    private final Circulars circulars;

    public CircularFixture(Sql sql, TestTransactions transactions, Audience... audiences) {
        this.sql = sql;
        this.transactions = transactions;
        circulars = circulars(sql, audiences);
    }

    /** Circulars to those audiences. */
    public static Circulars circulars(Sql sql, Audience... audiences) {
        Clock clock = Clock.systemUTC();
        return new Circulars(
                new Outbox(sql, clock), new DeliverNotice(sql, clock), PaidServices.instance(List.of(audiences)));
    }

    /**
     * Delivers the oldest message, as the relay does.
     *
     * @return whether there was one
     */
    public boolean deliverOne() {
        return transactions.run(() -> {
            var waiting = sql.first(
                    "SELECT id, payload FROM outbox_message WHERE topic = 'circular' ORDER BY id LIMIT 1",
                    row -> new Message(row.number(1), row.text(2)));
            waiting.ifPresent(message -> {
                circulars.handle(message.payload());
                sql.update("DELETE FROM outbox_message WHERE id = ?", message.id());
            });
            return waiting.isPresent();
        });
    }

    /**
     * Delivers all of them.
     *
     * @return in how many transactions
     */
    public int deliver() {
        int transactionsTaken = 0;
        while (deliverOne()) {
            transactionsTaken++;
        }
        return transactionsTaken;
    }

    private record Message(long id, String payload) {}
}
