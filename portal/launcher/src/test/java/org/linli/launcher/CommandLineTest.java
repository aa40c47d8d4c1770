package org.linli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command line answers before anything is started. */
class CommandLineTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void sayWhichPortIsTakenAndStartNothing() throws IOException {
        Path home = directory.resolve("home");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = execute("run", "--home", home.toString(), "--port", Integer.toString(taken.getLocalPort()));

            assertThat(code).isEqualTo(2);
            assertThat(err.toString())
                    .contains("Port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used")
                    .contains("--port " + (taken.getLocalPort() + 1));
            assertThat(home).doesNotExist();
        }
    }

    @Test
    void sayThatTheHomeIsInUse() throws IOException {
        try (FileChannel other = new Home(directory).take()) {
            assertThat(other.isOpen()).isTrue();
            int code = execute("run", "--home", directory.toString(), "--port", Integer.toString(freePort()));

            assertThat(code).isEqualTo(2);
            assertThat(err.toString()).contains("running already over " + directory);
        }
    }

    @Test
    void refuseAnUnknownPortOrAddress() {
        assertThat(execute("run", "--home", directory.toString(), "--port", "70000"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("No such port or address");
        assertThat(execute("run", "--port", "many")).isEqualTo(2);
        assertThat(err.toString()).contains("many");
    }

    @Test
    void refuseToStartAnewOnAnOutsideDatabase() throws IOException {
        System.setProperty("linli.db.url", "jdbc:mysql://127.0.0.1:1/linli");
        System.setProperty("linli.db.user", "linli");
        System.setProperty("linli.db.password", "x");
        try {
            int code =
                    execute("run", "--fresh", "--home", directory.toString(), "--port", Integer.toString(freePort()));

            assertThat(code).isEqualTo(2);
            assertThat(err.toString()).contains("--fresh is for the embedded database");
        } finally {
            System.clearProperty("linli.db.url");
            System.clearProperty("linli.db.user");
            System.clearProperty("linli.db.password");
        }
    }

    @Test
    void refuseAKeyThatIsTooShortWithoutShowingIt() throws IOException {
        System.setProperty("linli.secret.key", "c2hvcnQ=");
        try {
            int code = execute("run", "--home", directory.toString(), "--port", Integer.toString(freePort()));

            assertThat(code).isEqualTo(2);
            assertThat(err.toString()).contains("openssl rand -base64 32").doesNotContain("c2hvcnQ");
        } finally {
            System.clearProperty("linli.secret.key");
        }
    }

    @Test
    void printVersionAndHelp() {
        assertThat(execute("version")).isZero();
        assertThat(out.toString()).startsWith("Linli 0.").contains("Java ");
        assertThat(execute("help", "import-org")).isZero();
        assertThat(out.toString()).contains("--url");
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("run", "import-org").doesNotContain("warm-up");
    }

    @Test
    void refuseAnUnknownCommand() {
        assertThat(execute("runn")).isEqualTo(2);
        assertThat(err.toString()).contains("runn");
    }

    private int execute(String... arguments) {
        CommandLine line = Linli.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
