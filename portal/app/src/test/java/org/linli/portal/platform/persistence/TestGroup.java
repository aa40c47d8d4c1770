package org.linli.portal.platform.persistence;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.linli.database.TestDatabase;

/**
 * Group commit for tests without a container: a command goes with the group and, when that does not take it, the usual way,
 * as a REST request does. One of it stands for one node.
 */
public final class TestGroup {
    private final TestDatabase database;
    private final TestTransactions transactions;
    private final GroupCommit group;
    private final AtomicInteger alone = new AtomicInteger();
    private volatile Predicate<String> fatal = statement -> false;

    public TestGroup(TestDatabase database, TestTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
        this.group = new GroupCommit(source());
    }

    public GroupCommit commit() {
        return group;
    }

    /** Runs a command as a request does. */
    public <T> T run(Callable<T> command) {
        return group.attempt(command, result -> {}).orElseGet(() -> {
            alone.incrementAndGet();
            return transactions.run(command);
        });
    }

    /** How many went the usual way. */
    public int alone() {
        return alone.get();
    }

    /** From now on the server ends the connection before a statement that begins so. */
    public void dieBefore(Predicate<String> statement) {
        fatal = statement;
    }

    private DataSource source() {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(database.url() + "&allowMultiQueries=true");
        source.setUser(database.user());
        source.setPassword(database.password());
        return proxy(DataSource.class, source, (name, arguments, result) -> {
            Connection connection = (Connection) result;
            return proxy(Connection.class, connection, (call, texts, statement) -> {
                if (call.equals("prepareStatement")) {
                    dieIf(connection, (String) texts[0]);
                }
                return call.equals("createStatement") ? deadly(connection, (Statement) statement) : statement;
            });
        });
    }

    private Statement deadly(Connection connection, Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                TestGroup.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("execute")) {
                        dieIf(connection, (String) arguments[0]);
                    }
                    try {
                        return method.invoke(statement, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void dieIf(Connection connection, String text) throws SQLException {
        if (fatal.test(text)) {
            try (Connection other = database.connect();
                    Statement kill = other.createStatement()) {
                kill.execute("KILL "
                        + connection
                                .unwrap(com.mysql.cj.jdbc.JdbcConnection.class)
                                .getId());
            }
        }
    }

    private interface After {
        Object change(String name, Object[] arguments, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                TestGroup.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.change(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
