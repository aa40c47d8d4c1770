package org.linli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path parent;

    private Home home;

    @BeforeEach
    void take() throws IOException {
        home = new Home(parent.resolve("home"));
        home.take().close();
    }

    @Test
    void makeTheSecretsOnceAndKeepThemFromOthers() throws IOException {
        String token = home.operatorToken();
        String key = home.secretKey();

        assertThat(home.operatorToken()).isEqualTo(token).hasSize(64);
        assertThat(home.operatorTokenSha256()).hasSize(64).isNotEqualTo(token);
        assertThat(home.secretKey()).isEqualTo(key);
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        for (Path secret : List.of(home.operatorTokenFile(), home.secretKeyFile())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void putOnlyTheDataAsideAndOnlyTheLastTime() throws IOException {
        Path settings = Files.writeString(home.directory().resolve("linli.properties"), "");
        home.secretKey();
        for (String content : List.of("first", "second")) {
            Path data = Files.createDirectories(home.directory().resolve("database"));
            Files.writeString(data.resolve("rows"), content);
            home.putDataAside();
            assertThat(data).doesNotExist();
        }

        assertThat(settings).exists();
        assertThat(home.secretKeyFile()).exists();
        try (Stream<Path> kept = Files.walk(home.directory().resolve("before-fresh"))) {
            List<Path> rows = kept.filter(path -> path.endsWith("rows")).toList();
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0)).hasContent("second");
        }
    }
}
