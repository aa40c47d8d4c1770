package org.linli.portal.platform.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.linli.database.TestDatabase;

/**
 * Transactions for tests without a container: within {@link #run} every connection of a thread is the same one, at the
 * isolation level of the portal's pool, committed at the end or rolled back, and run again as ConflictRetry does.
 */
public final class TestTransactions implements AutoCloseable {
    private static final int ATTEMPTS = 50;

    private static final int KEPT = 2;

    private final TestDatabase database;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final ThreadLocal<Connection> present = new ThreadLocal<>();

    public TestTransactions(TestDatabase database) {
        this.database = database;
    }

    /** The source to be given to the classes under test. */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getConnection")) {
                        Connection connection = present.get();
                        return connection == null && WriteList.present() != null
                                ? database.connect() // a command of a group reads outside of transactions
                                : shared(connection);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Runs the work in one transaction, again after a deadlock. */
    public <T> T run(Callable<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) { // all but lost races goes on to the caller
                if (attempt == ATTEMPTS || !SqlFailure.isTransient(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /** As {@link #run(Callable)} without a result. */
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    private <T> T once(Callable<T> work) {
        if (present.get() != null) {
            return call(work); // joins
        }
        try {
            Connection connection = take();
            present.set(connection);
            boolean done = false;
            try {
                T result = call(work);
                connection.commit();
                done = true;
                return result;
            } finally {
                present.remove();
                if (!done) {
                    connection.rollback();
                }
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every fixture lives as long as the run: who raced with sixty-four connections keeps a few of them. */
    private void giveBack(Connection connection) throws SQLException {
        if (idle.size() < KEPT) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) { // unchecked ones pass as they are
            throw e;
        } catch (Exception e) { // Callable declares no less
            throw new IllegalStateException(e);
        }
    }

    private Connection take() throws SQLException {
        Connection connection = idle.poll();
        if (connection == null) {
            connection = database.connect();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private static Connection shared(Connection connection) {
        if (connection == null) {
            throw new IllegalStateException("no transaction");
        }
        return (Connection) Proxy.newProxyInstance(
                TestTransactions.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(2L << Math.min(attempt, 6)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }
}
