package org.linli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every migration on both engines that the schema is written for. */
class MigrationsTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void migrateAnEmptySchemaOnceAndThenFindNothingToDo(TestDatabase.Engine engine) {
        try (TestDatabase database = TestDatabase.createWithoutTables(engine)) {
            assertThat(Migrations.apply(database.settings())).isPositive();
            assertThat(Migrations.apply(database.settings())).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void refuseASchemaThatANewerVersionHasMigrated(TestDatabase.Engine engine) throws SQLException {
        try (TestDatabase database = TestDatabase.create(engine)) {
            execute(
                    database,
                    "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, execution_time, success)"
                            + " VALUES (9999, '9999', 'from the future', 'SQL', 'V9999__future.sql', 1, 'x', 1, 1)");

            assertThatThrownBy(() -> Migrations.apply(database.settings()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("newer version of Linli");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void refuseASchemaThatBelongsToSomethingElse(TestDatabase.Engine engine) throws SQLException {
        try (TestDatabase database = TestDatabase.createWithoutTables(engine)) {
            execute(database, "CREATE TABLE payroll (id BIGINT PRIMARY KEY)");

            assertThatThrownBy(() -> Migrations.apply(database.settings()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("name an empty database");
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
