package org.linli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered while the portal starts. */
class WaitingRoomTest {

    @Test
    void saysThatItLivesAndIsNotReady(@TempDir Path home) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RunOptions options = new RunOptions(new Home(home), "127.0.0.1", port, false, false);
        try (WaitingRoom room = WaitingRoom.open(options)) {
            assertThat(room).isNotNull();
            assertThat(Readiness.status(options.url() + "health/ready")).isEqualTo(503);
            assertThat(Readiness.status(options.url() + "home.xhtml")).isEqualTo(503);
            assertThat(Readiness.status(options.url() + "health/live")).isEqualTo(200);
        }
        assertThat(Readiness.status(options.url() + "health/ready")).isZero();
    }
}
