package org.linli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFitnessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.7.44-log",
                "5.6.51",
                "10.11.6-MariaDB-0+deb12u1",
                "5.5.5-10.11.6-MariaDB-0+deb12u1",
                "5.5.68-MariaDB",
                "11.3.2-MariaDB",
                "5.5.5-11.2.6-MariaDB-1:11.2.6+maria~ubu2204"
            })
    void refuseAServerThatIsTooOldAndSayWhatToUse(String version) {
        assertThatThrownBy(() -> ServerFitness.requireVersion(ServerVersion.parse(version)))
                .isInstanceOf(UnfitServerException.class)
                .hasMessageContaining(version)
                .hasMessageContaining("too old")
                .hasMessageContaining("MySQL 8.0 or newer, or MariaDB 11.4 or newer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.0.15",
                "8.0.11-TiDB-v7.5.1",
                "8.4.3",
                "9.1.0-commercial",
                "11.4.5-MariaDB-log",
                "11.8.2-MariaDB-ubu2404",
                "12.0.2-MariaDB"
            })
    void acceptTheSupportedServers(String version) {
        assertThatCode(() -> ServerFitness.requireVersion(ServerVersion.parse(version)))
                .doesNotThrowAnyException();
    }

    @Test
    void refuseWhatGivesNoVersion() {
        assertThatThrownBy(() -> ServerVersion.parse("PostgreSQL")).hasMessageContaining("PostgreSQL");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void findBothRealEnginesFit(TestDatabase.Engine engine) {
        try (TestDatabase database = TestDatabase.createWithoutTables(engine)) {
            assertThat(ServerFitness.check(database.settings()))
                    .startsWith(engine == TestDatabase.Engine.MARIADB ? "MariaDB 11.4" : "MySQL 8.0");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void refuseSettingsThatLoseFractionsOfASecond(TestDatabase.Engine engine) {
        try (TestDatabase database = TestDatabase.createWithoutTables(engine)) {
            DatabaseSettings careless = new DatabaseSettings(
                    database.url() + "&sendFractionalSeconds=false", database.user(), database.password());

            assertThatThrownBy(() -> ServerFitness.check(careless))
                    .isInstanceOf(UnfitServerException.class)
                    .hasMessageContaining("fractions of a second are lost");
        }
    }

    @Test
    void sayWhatIsWrongWithAnAddressAnAccountOrASchema() {
        try (TestDatabase database = TestDatabase.createWithoutTables(TestDatabase.Engine.MARIADB)) {
            DatabaseSettings stranger = new DatabaseSettings(database.url(), "linli", "wrong-secret");
            assertThatThrownBy(() -> ServerFitness.check(stranger))
                    .hasMessageContaining("refuses the account")
                    .satisfies(failure -> assertThat(allMessages(failure)).doesNotContain("wrong-secret"));

            DatabaseSettings noSchema = new DatabaseSettings(
                    database.url().replaceFirst("/linli_test_\\d+", "/linli_nowhere"),
                    database.user(),
                    database.password());
            assertThatThrownBy(() -> ServerFitness.check(noSchema)).hasMessageContaining("CREATE DATABASE linli");
        }
        DatabaseSettings nobody = new DatabaseSettings("jdbc:mysql://127.0.0.1:1/linli", "linli", "x");
        assertThatThrownBy(() -> ServerFitness.check(nobody))
                .hasMessageContaining("linli at jdbc:mysql://127.0.0.1:1/linli")
                .hasMessageContaining("Check that the server runs");
    }

    private static String allMessages(Throwable failure) {
        return failure.getMessage()
                + Arrays.toString(failure.getStackTrace())
                + (failure.getCause() == null ? "" : failure.getCause().getMessage());
    }
}
