package org.linli.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a schema to the version of this program, from {@code sql/migration}. Nothing else ever changes the schema.
 */
public final class Migrations {

    private static final int SECONDS_TO_WAIT_FOR_ANOTHER_NODE = 120;

    private Migrations() {}

    /**
     * Applies what is missing. Of several nodes that start together one migrates (a lock of the server), the others
     * wait for it up to two minutes.
     *
     * @return how many migrations were applied; 0 if the schema was up to date
     * @throws DatabaseException if a migration failed, or the schema is newer than this program
     */
    public static int apply(DatabaseSettings settings) {
        try {
            MigrateResult result = Flyway.configure(new OwnStreams(Migrations.class.getClassLoader()))
                    .dataSource(settings.url(), settings.user(), settings.password())
                    .locations("classpath:db/migration")
                    .loggers(FlywayLog.class.getName())
                    .lockRetryCount(SECONDS_TO_WAIT_FOR_ANOTHER_NODE)
                    .connectRetries(0)
                    // a schema that belongs to something else must not be mixed with ours
                    .baselineOnMigrate(false)
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    // a newer schema is refused: an older program would write wrongly into it
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new DatabaseException(
                    "The schema of " + settings.address() + " could not be brought up to date. " + reason(e), e);
        }
    }

    private static String reason(FlywayException failure) {
        String text = String.valueOf(failure.getMessage()).strip();
        if (text.contains("not resolved locally")) {
            return "It was migrated by a newer version of Linli: start that version, or restore a backup.\n" + text;
        }
        if (text.contains("Found non-empty schema")) {
            return "It holds tables that are not Linli's: name an empty database in linli.db.url.\n" + text;
        }
        return text;
    }
}
