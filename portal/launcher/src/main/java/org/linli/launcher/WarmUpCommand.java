package org.linli.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the portal on some port, opens its first pages and stops: for the class-data archive. */
@Command(name = "warm-up", hidden = true, mixinStandardHelpOptions = true, description = "Start, look around, stop.")
final class WarmUpCommand implements Callable<Integer> {

    private static final List<String> PAGES = List.of("", "sign-in.xhtml", "api/v1/", "openapi");

    @Option(names = "--home", required = true, paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path home;

    @Override
    public Integer call() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RunOptions options = new RunOptions(new Home(home), "127.0.0.1", port, false, false);
        try (Portal portal = new Portal(options, new Console())) {
            portal.start();
            for (String page : PAGES) {
                Readiness.status(options.url() + page);
            }
        }
        return 0;
    }
}
