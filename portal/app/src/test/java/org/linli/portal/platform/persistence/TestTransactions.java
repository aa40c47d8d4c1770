package org.linli.portal.platform.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.linli.database.TestDatabase;

/**
 * Transactions for tests without a container: within {@link #run} every connection of a thread is the same one, at the
 * isolation level of the portal's pool, committed at the end or rolled back, and run again as ConflictRetry does.
 */
public final class TestTransactions implements AutoCloseable {
    private static final int ATTEMPTS = 50;

    /** Every fixture lives as long as the run: those that are not at work keep a few connections only. */
    private static final int KEPT = 2;

    private static final AtomicReference<TestTransactions> AT_WORK = new AtomicReference<>();

    private final TestDatabase database;
    private final KeptConnections writing = new KeptConnections(this::open);
    private final KeptConnections reading;
    private final KeptConnections together;
    private final ThreadLocal<Connection> present = new ThreadLocal<>();

    public TestTransactions(TestDatabase database) {
        this.database = database;
        this.reading = new KeptConnections(database::connect);
        this.together = new KeptConnections(() -> DriverManager.getConnection(
                database.url() + "&allowMultiQueries=true", database.user(), database.password()));
    }

    /** The source to be given to the classes under test. */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getConnection")) {
                        Connection connection = present.get();
                        return connection == null && WriteList.present() != null
                                ? alone() // a command of a group reads outside of transactions
                                : shared(connection);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Joins the transaction of the thread; a read outside of one stands alone. */
    public DataSource joiningOrAlone() {
        DataSource joining = dataSource();
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, args) -> present.get() == null ? alone() : joining.getConnection());
    }

    /** For {@link TestGroup}: they take several statements at once. */
    KeptConnections together() {
        return together;
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
            atWork();
            Connection connection = writing.take();
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
                writing.giveBack(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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

    private Connection open() throws SQLException {
        Connection connection = database.connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    private void atWork() throws SQLException {
        TestTransactions before = AT_WORK.getAndSet(this);
        if (before != null && before != this) {
            before.keep(KEPT);
        }
    }

    private void keep(int most) throws SQLException {
        writing.keep(most);
        reading.keep(most);
        together.keep(most);
    }

    /** One in which every statement is a transaction of its own. */
    private Connection alone() throws SQLException {
        Connection connection = reading.take();
        return borrowed(connection, () -> {
            reading.giveBack(connection);
            return null;
        });
    }

    private static Connection shared(Connection connection) {
        if (connection == null) {
            throw new IllegalStateException("no transaction");
        }
        return borrowed(connection, () -> null);
    }

    private static Connection borrowed(Connection connection, Callable<Object> close) {
        return (Connection) Proxy.newProxyInstance(
                TestTransactions.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        return close.call();
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
        keep(0);
    }
}
