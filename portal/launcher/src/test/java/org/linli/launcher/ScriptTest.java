package org.linli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script ./linli on machines that are not as it needs them. */
class ScriptTest {

    private static final Path SCRIPT =
            Path.of("..", "..", "linli").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"11.0.22", "1.8.0_412", "16"})
    void sayWhichJavaWasFoundIfItIsTooOld(String version) throws Exception {
        putJava("echo 'openjdk version \"" + version + "\" 2020-01-01' >&2");

        Answer answer = run(directory + ":/usr/bin:/bin", "run");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("needs Java 17 or newer, found " + version + " at " + directory);
    }

    @Test
    void sayThatThereIsNoJava() throws Exception {
        // the few tools that the script needs, and no java
        for (String tool : new String[] {"bash", "env", "dirname", "sed", "head", "cut"}) {
            Path found = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(directory.resolve(tool), Files.exists(found) ? found : Path.of("/bin", tool));
        }

        Answer answer = run(directory.toString(), "run");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("there is no java here", "openjdk-17");
    }

    @Test
    void tellWhatItCanDoWithoutBuildingAnything() throws Exception {
        Answer answer = run("/usr/bin:/bin", "help");

        assertThat(answer.code()).isZero();
        assertThat(answer.text()).contains("./linli run", "./linli test", "./linli drill", "./linli bench");
    }

    private void putJava(String script) throws IOException {
        Path java = directory.resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private static Answer run(String path, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", SCRIPT.toString(), command).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        builder.environment().remove("JAVA_HOME");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private record Answer(int code, String text) {}
}
