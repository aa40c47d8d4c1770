package org.linli.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One connection over which one caller posts JSON again and again. The client of the JDK takes as much of the machine for a
 * request as the portal for answering it; what is to be measured here is the portal.
 */
final class KeptConnection {
    private static final int LIMIT_MILLIS = 60_000;

    private final URI address;
    private final String token;
    private @Nullable Socket socket;
    private @Nullable InputStream answers;

    KeptConnection(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Posts under a new Idempotency-Key; when the connection was closed meanwhile, once more under the same key. */
    void post(String path, String json, int expected) throws IOException {
        int status = status("POST", path, json);
        if (status != expected) {
            throw new IOException("POST " + path + " was answered " + status);
        }
    }

    /** Reads, and wants 200. */
    void get(String path) throws IOException {
        int status = status("GET", path, "");
        if (status != 200) {
            throw new IOException("GET " + path + " was answered " + status);
        }
    }

    /** Asks and gives the status of the answer. */
    int status(String method, String path, String json) throws IOException {
        byte[] request = request(method, path, json);
        try {
            return exchange(request);
        } catch (IOException closedMeanwhile) {
            close();
            return exchange(request);
        }
    }

    private byte[] request(String method, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                method + " " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                        + token + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nIdempotency-Key: "
                        + UUID.randomUUID() + "\r\nContent-Length: " + body.length + "\r\n\r\n" + json;
        return head.getBytes(StandardCharsets.UTF_8);
    }

    private int exchange(byte[] request) throws IOException {
        InputStream in = answers;
        Socket open = socket;
        if (in == null || open == null) {
            open = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
            open.setTcpNoDelay(true);
            open.setSoTimeout(LIMIT_MILLIS);
            in = new BufferedInputStream(open.getInputStream());
            socket = open;
            answers = in;
        }
        open.getOutputStream().write(request);
        return answer(in);
    }

    private int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            last |= lower.startsWith("connection:") && lower.contains("close");
        }
        if (chunked) {
            skipChunks(in);
        } else {
            in.skipNBytes(Math.max(0, length));
        }
        if (last) {
            close();
        }
        return status;
    }

    private static void skipChunks(InputStream in) throws IOException {
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(size + 2L);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed by the portal");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        answers = null;
    }
}
