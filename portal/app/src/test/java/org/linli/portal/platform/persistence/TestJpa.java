package org.linli.portal.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * The portal's persistence unit without a container: within {@link #run} the entity manager and plain SQL share one
 * transaction, as under JTA.
 */
public final class TestJpa implements AutoCloseable {
    private static final Set<String> LEFT_TO_THE_TRANSACTION = Set.of("commit", "rollback", "setAutoCommit", "close");

    private final TestTransactions transactions;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> present = new ThreadLocal<>();

    public TestJpa(TestTransactions transactions) {
        this.transactions = transactions;
        this.factory = Persistence.createEntityManagerFactory(
                "linli",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", joining(transactions.dataSource()),
                        "eclipselink.weaving", "false",
                        "eclipselink.target-server", "None"));
        transactions.run(() -> factory.createEntityManager().close()); // connects once, to learn of the database
    }

    /** To be given to the classes under test. */
    public EntityManager entityManager() {
        return proxy(EntityManager.class, (proxy, method, args) -> {
            EntityManager manager = present.get();
            if (manager == null) {
                throw new IllegalStateException("no transaction");
            }
            return invoke(() -> method.invoke(manager, args));
        });
    }

    /** Runs the work in one transaction, again after a deadlock. */
    public <T> T run(Callable<T> work) {
        return present.get() != null
                ? transactions.run(work)
                : transactions.run(() -> {
                    EntityManager manager = factory.createEntityManager();
                    present.set(manager);
                    try {
                        manager.getTransaction().begin();
                        T result = work.call();
                        manager.getTransaction().commit();
                        return result;
                    } finally {
                        present.remove();
                        if (manager.getTransaction().isActive()) {
                            manager.getTransaction().rollback();
                        }
                        manager.close();
                    }
                });
    }

    /** As {@link #run(Callable)} without a result. */
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    /** The entity manager must not end what {@link TestTransactions} began. */
    private static DataSource joining(DataSource source) {
        return proxy(DataSource.class, (proxy, method, args) -> {
            if (!method.getName().equals("getConnection")) {
                return method.getName().equals("toString") ? "test" : null;
            }
            Connection connection = source.getConnection();
            return proxy(
                    Connection.class,
                    (self, call, parameters) -> LEFT_TO_THE_TRANSACTION.contains(call.getName())
                            ? null
                            : invoke(() -> call.invoke(connection, parameters)));
        });
    }

    private static Object invoke(Callable<Object> call) throws Throwable {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TestJpa.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public void close() {
        factory.close();
    }
}
