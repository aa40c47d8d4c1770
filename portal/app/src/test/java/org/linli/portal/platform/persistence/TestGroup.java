package org.linli.portal.platform.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    private final Set<Connection> dead = ConcurrentHashMap.newKeySet();
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
        return proxy(
                DataSource.class,
                (method, arguments) -> lent(transactions.together().take()));
    }

    private Connection lent(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.getName()) {
                case "close" -> {
                    return giveBack(connection);
                }
                case "prepareStatement" -> dieIf(connection, (String) arguments[0]);
                default -> {}
            }
            Object result = method.invoke(connection, arguments);
            return method.getName().equals("createStatement") ? deadly(connection, (Statement) result) : result;
        });
    }

    private @Nullable Object giveBack(Connection connection) throws SQLException {
        if (dead.remove(connection)) {
            connection.close();
        } else {
            transactions.together().giveBack(connection);
        }
        return null;
    }

    private Statement deadly(Connection connection, Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            if (method.getName().equals("execute")) {
                dieIf(connection, (String) arguments[0]);
            }
            return method.invoke(statement, arguments);
        });
    }

    private void dieIf(Connection connection, String text) throws SQLException {
        if (fatal.test(text)) {
            dead.add(connection);
            try (Connection other = database.connect();
                    Statement kill = other.createStatement()) {
                kill.execute("KILL "
                        + connection
                                .unwrap(com.mysql.cj.jdbc.JdbcConnection.class)
                                .getId());
            }
        }
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                TestGroup.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
