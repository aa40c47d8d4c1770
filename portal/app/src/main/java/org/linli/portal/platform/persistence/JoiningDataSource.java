package org.linli.portal.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The pool outside of transactions; inside of one, the connection that the entity manager works on.
 *
 * <p>The pool would hand out a second one, because the entity manager keeps the first open, and only then see that both
 * belong together: as many transactions as the pool has connections would each wait for one more, until all of them
 * fail.
 */
final class JoiningDataSource implements DataSource {
    /** Kept with the transaction: finding it anew for each statement takes as long as the statement. */
    private static final Object JOINED = JoiningDataSource.class;

    private final DataSource pool;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;

    JoiningDataSource(DataSource pool, EntityManager entities, TransactionSynchronizationRegistry transactions) {
        this.pool = pool;
        this.entities = entities;
        this.transactions = transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!isInTransaction()) {
            return pool.getConnection();
        }
        Object known = transactions.getResource(JOINED);
        if (known instanceof Connection connection) {
            return connection;
        }
        Connection joined = entities.unwrap(Connection.class);
        if (joined == null) {
            throw new SQLException("the entity manager has no connection");
        }
        Connection leftOpen = leftOpen(joined);
        transactions.putResource(JOINED, leftOpen);
        return leftOpen;
    }

    private boolean isInTransaction() {
        int status = transactions.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    /** It is closed with the transaction, not by who borrowed it. */
    private static Connection leftOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JoiningDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : call(connection, method, arguments));
    }

    private static @Nullable Object call(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the portal has one account");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
