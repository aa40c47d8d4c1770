package org.linli.portal.container;

import jakarta.inject.Inject;
import java.util.concurrent.CyclicBarrier;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;

/** A desk that two callers bring into a deadlock: each takes the row that the other wants next. */
@Desk
public class ProbeDesk {
    private final Sql sql;

    @Inject
    public ProbeDesk(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds one to two rows, in that order.
     *
     * @param both met once, when both callers have their first row
     */
    public void add(int first, int second, Meeting both) {
        sql.update("UPDATE probe SET n = n + 1 WHERE id = ?", first);
        both.meet();
        sql.update("UPDATE probe SET n = n + 1 WHERE id = ?", second);
    }

    /** Where two callers wait for each other, the first time that they come. */
    public static final class Meeting {
        private final CyclicBarrier barrier;
        private boolean met;
        private int calls;

        public Meeting(CyclicBarrier barrier) {
            this.barrier = barrier;
        }

        void meet() {
            calls++;
            if (met) {
                return;
            }
            met = true;
            try {
                barrier.await();
            } catch (Exception e) { // interrupted, broken or too late: the test fails
                throw new IllegalStateException(e);
            }
        }

        /** How often the desk came here. */
        public int calls() {
            return calls;
        }
    }
}
