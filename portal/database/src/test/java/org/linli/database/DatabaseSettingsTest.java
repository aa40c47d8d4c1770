package org.linli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSettingsTest {

    @TempDir
    Path home;

    private final Properties system = new Properties();

    @BeforeEach
    void writeTheFile() throws IOException {
        Files.writeString(home.resolve("linli.properties"), """
                linli.db.url=jdbc:mysql://from-file:3306/linli
                linli.db.user=file-user
                linli.db.password=file-secret
                """);
    }

    @Test
    void takeEachValueFromTheSystemPropertiesElseTheEnvironmentElseTheFile() {
        system.setProperty("linli.db.url", "jdbc:mysql://from-system:3306/linli");
        Map<String, String> environment =
                Map.of("LINLI_DB_URL", "jdbc:mysql://from-environment:3306/linli", "LINLI_DB_USER", "environment-user");

        DatabaseSettings settings =
                DatabaseSettings.named(home, system, environment).orElseThrow();

        assertThat(settings.url()).startsWith("jdbc:mysql://from-system:3306/linli?");
        assertThat(settings.user()).isEqualTo("environment-user");
        assertThat(settings.password()).isEqualTo("file-secret");
    }

    @Test
    void meanTheEmbeddedServerIfNothingIsNamed() {
        assertThat(DatabaseSettings.named(home.resolve("elsewhere"), system, Map.of()))
                .isEmpty();
    }

    @Test
    void refuseAPartOfTheThreeValues() throws IOException {
        Files.delete(home.resolve("linli.properties"));
        assertThatThrownBy(() -> DatabaseSettings.named(home, system, Map.of("LINLI_DB_PASSWORD", "x")))
                .hasMessageContaining("no linli.db.url");
        assertThatThrownBy(() -> DatabaseSettings.named(home, system, Map.of("LINLI_DB_URL", "jdbc:mysql://h/linli")))
                .hasMessageContaining("linli.db.user is missing")
                .hasMessageContaining("LINLI_DB_USER");
    }

    @Test
    void addTheParametersThatAreAbsentAndKeepTheOthers() {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:mysql://h/linli?sslMode=VERIFY_CA&cachePrepStmts=false&CONNECTIONTIMEZONE=SERVER", "u", "p");

        assertThat(settings.url())
                .contains("sslMode=VERIFY_CA", "cachePrepStmts=false", "CONNECTIONTIMEZONE=SERVER")
                .contains("&useServerPrepStmts=true", "&rewriteBatchedStatements=true")
                .doesNotContain("cachePrepStmts=true", "connectionTimeZone=UTC");
        assertThat(new DatabaseSettings(settings.url(), "u", "p")).isEqualTo(settings);
    }

    @Test
    void showNoSecret() {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:mysql://admin:hidden@h:3306/linli?password=hidden&trustCertificateKeyStorePassword=hidden",
                "u",
                "hidden");

        assertThat(settings.toString()).isEqualTo("u at jdbc:mysql://h:3306/linli");
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:postgresql://x:hidden@h/linli?password=hidden", "u", "p"))
                .hasMessageContaining("jdbc:postgresql://h/linli")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void sayHowToWriteTheUrlOfAMariaDb() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:mariadb://h/linli", "u", "p"))
                .hasMessageContaining("jdbc:mysql://h/linli");
    }
}
