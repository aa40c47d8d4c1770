package org.linli.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Answers at the portal's address while it starts: 503 to whoever asks for a page or whether it is ready, 200 to whoever
 * asks whether it lives. The server itself would answer 404 and 500 then, which balancers take for broken.
 */
final class WaitingRoom implements AutoCloseable {
    private static final byte[] WORDS =
            "邻里正在启动，请稍候…… Linli is starting, please wait …\n".getBytes(StandardCharsets.UTF_8);
    private static final String AGAIN_SECONDS = "2";

    private final HttpServer server;

    private WaitingRoom(HttpServer server) {
        this.server = server;
    }

    static WaitingRoom open(RunOptions options) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(options.bind(), options.port()), 0);
        server.createContext("/", exchange -> answer(exchange, 503));
        server.createContext("/health/live", exchange -> answer(exchange, 200));
        server.start();
        return new WaitingRoom(server);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=UTF-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Connection", "close");
            if (status == 503) {
                exchange.getResponseHeaders().set("Retry-After", AGAIN_SECONDS);
                exchange.getResponseHeaders().set("Refresh", AGAIN_SECONDS);
            }
            boolean bodiless = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, bodiless ? -1 : WORDS.length);
            if (!bodiless) {
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(WORDS);
                }
            }
        }
    }

    /** Leaves the address to the server. */
    @Override
    public void close() {
        server.stop(0);
    }
}
