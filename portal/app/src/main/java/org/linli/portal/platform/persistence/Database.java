package org.linli.portal.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * The one database, by the settings linli.db.url, linli.db.user and linli.db.password (system property, environment).
 *
 * <p>READ COMMITTED is enough: what two requests may write is guarded by conditional updates, versions and unique keys.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = Database.JNDI_NAME,
        className = "com.mysql.cj.jdbc.MysqlDataSource",
        url = "${MPCONFIG=linli.db.url}",
        user = "${MPCONFIG=linli.db.user}",
        password = "${MPCONFIG=linli.db.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 16,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.max-wait-time-in-millis=10000",
            // all connections are of one account: comparing them takes longer than a statement
            "fish.payara.match-connections=false"
        })
@DataSourceDefinition(
        name = Database.TOGETHER_JNDI_NAME,
        className = "com.mysql.cj.jdbc.MysqlDataSource",
        url = "${MPCONFIG=linli.db.url}",
        user = "${MPCONFIG=linli.db.user}",
        password = "${MPCONFIG=linli.db.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        transactional = false,
        initialPoolSize = 1,
        minPoolSize = 1,
        maxPoolSize = 2,
        properties = {
            // one message for a whole group; GroupTransaction sends constant texts and binds every value
            "allowMultiQueries=true",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.max-wait-time-in-millis=10000",
            "fish.payara.match-connections=false"
        })
public class Database {
    /** JNDI name of the data source, also named in persistence.xml. */
    public static final String JNDI_NAME = "java:app/jdbc/linli";

    /** JNDI name of the data source of {@link GroupCommit}. */
    static final String TOGETHER_JNDI_NAME = "java:app/jdbc/linli-together";

    @PersistenceContext(unitName = "linli")
    private EntityManager entityManager;

    @Resource(lookup = JNDI_NAME)
    private DataSource dataSource;

    @Resource(lookup = TOGETHER_JNDI_NAME)
    private DataSource together;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** The entity manager of the present transaction. */
    @Produces
    EntityManager entityManager() {
        return entityManager;
    }

    /** Its connections join the present transaction, the same as the entity manager's. */
    @Produces
    DataSource dataSource() {
        return new JoiningDataSource(dataSource, entityManager, transactions);
    }

    @Produces
    @Together
    DataSource together() {
        return together;
    }

    /** Tells whether a transaction is under way. */
    @Produces
    TransactionSynchronizationRegistry transactions() {
        return transactions;
    }
}
