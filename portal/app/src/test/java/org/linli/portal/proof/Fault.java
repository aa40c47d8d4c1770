package org.linli.portal.proof;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Sql;

/** The ways in which the code or its schema is broken on purpose while a schedule runs, and what must be reported. */
enum Fault {
    /** Nothing is broken. */
    NONE(""),
    /** The unique key (reason, source_id) is not there. */
    NO_UNIQUE_FACT("a fact is posted once", "ALTER TABLE points_transaction DROP KEY points_transaction_once"),
    /** Neither the CHECK nor the condition guards a balance. */
    NO_FLOOR("no member is below zero", "ALTER TABLE member_balance DROP CONSTRAINT member_balance_not_negative") {
        @Override
        boolean isUnguarded(String statement) {
            return statement.startsWith("UPDATE member_balance SET balance = balance - ?");
        }
    },
    /** Neither the CHECK nor the condition guards a stock. */
    NO_STOCK_CONDITION("stock is never below zero", "ALTER TABLE reward_item DROP CONSTRAINT reward_item_stock") {
        @Override
        boolean isUnguarded(String statement) {
            if (!statement.startsWith("UPDATE reward_item SET stock = stock - ?")) {
                return false;
            }
            pause(); // between the look before and the statement that was to decide, as on a busy node
            return true;
        }
    },
    /** The shop's postings do not wait for the redemption that they belong to. */
    POSTING_OUTSIDE("posted and acknowledged to nobody"),
    /** A posting is not noted for the journal. */
    NOT_NOTED("NOT_NOTED") {
        @Override
        @Nullable
        Integer instead(Sql real, String statement, Object[] values) {
            return statement.startsWith("INSERT INTO journal_pending") && values.length > 0 ? (Integer) 1 : null;
        }
    },
    /** Idempotency keys are not kept. */
    NO_KEYS("a key acted twice") {
        @Override
        @Nullable
        Integer instead(Sql real, String statement, Object[] values) {
            return statement.startsWith("INSERT INTO idempotency_record") ? (Integer) 1 : null;
        }
    },
    /** Points take minutes: every hold costs its member a minute of service. */
    MINUTES_FALL("minutes were recorded and are not there") {
        @Override
        @Nullable
        Integer instead(Sql real, String statement, Object[] values) {
            if (statement.startsWith("INSERT INTO points_hold")) {
                real.update(
                        "UPDATE service_record SET minutes = minutes - 1 WHERE minutes > 1 AND volunteer_id ="
                                + " (SELECT owner_id FROM points_account WHERE id = ?) LIMIT 1",
                        values[1]);
            }
            return null;
        }
    },
    /** A hold may be settled again and again. */
    SETTLED_TWICE("a fact is posted once", "ALTER TABLE points_transaction DROP KEY points_transaction_once") {
        @Override
        @Nullable
        Integer instead(Sql real, String statement, Object[] values) {
            return without(real, statement, values, "UPDATE points_hold SET status = ?", " AND status = ?", 3);
        }
    };

    private final String reported;
    private final List<String> schema;

    Fault(String reported, String... schema) {
        this.reported = reported;
        this.schema = List.of(schema);
    }

    /** Part of what the harness must say. */
    String reported() {
        return reported;
    }

    /** What is done to the schema of the test. */
    List<String> schema() {
        return schema;
    }

    /** Done in the place of an INSERT, UPDATE or DELETE; null to do that itself. */
    @Nullable
    Integer instead(Sql real, String statement, Object[] values) {
        return null;
    }

    /** Whether that statement is to take out what is not there. */
    boolean isUnguarded(String statement) {
        return false;
    }

    /** The SQL that the code under test is given. */
    Sql sql(DataSource source) {
        Sql real = new Sql(source);
        return this == NONE
                ? real
                : new Sql(source) {
                    @Override
                    public int update(String statement, @Nullable Object... values) {
                        Integer done = instead(real, statement, values);
                        return done == null ? real.update(statement, values) : done;
                    }

                    @Override
                    public boolean take(String statement, long amount, @Nullable Object... keys) {
                        return isUnguarded(statement)
                                ? real.add(statement.replaceAll(" AND \\w+ >= \\?$", ""), amount, keys)
                                : real.take(statement, amount, keys);
                    }
                };
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The statement of that beginning without a condition and the value bound to it. */
    private static @Nullable Integer without(
            Sql real, String statement, Object[] values, String beginning, String condition, int position) {
        if (!statement.startsWith(beginning) || !statement.contains(condition)) {
            return null;
        }
        Object[] rest = new Object[values.length - 1];
        System.arraycopy(values, 0, rest, 0, position);
        System.arraycopy(values, position + 1, rest, position, rest.length - position);
        return real.update(statement.replace(condition, ""), Arrays.copyOf(rest, rest.length));
    }
}
