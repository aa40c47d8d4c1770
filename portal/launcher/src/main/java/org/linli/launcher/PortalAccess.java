package org.linli.launcher;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A running portal over REST, signed in by a token: options that all such commands share. */
final class PortalAccess {
    /** An upload is checked, a start has its budget, a probe waits for the memory to be free. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(
            names = "--url",
            defaultValue = "${env:LINLI_URL:-http://127.0.0.1:8080}",
            description = "Address of the portal. Default: $$LINLI_URL, else http://127.0.0.1:8080")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File with a token from POST /api/v1/tokens. Default: $$LINLI_TOKEN, else $$LINLI_OPERATOR_TOKEN, "
                            + "else the operator.token in --home.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:LINLI_HOME:-${sys:user.home}/.linli}",
            description = "Home of the portal, for its operator.token. Default: $$LINLI_HOME, else ~/.linli.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path home;

    /** What to sign in with, when no option says it; empty for nobody. */
    private @Nullable String given;

    /** A portal at that address, with that token; empty for nobody. */
    static PortalAccess of(String url, String token) {
        PortalAccess access = new PortalAccess();
        access.url = url;
        access.given = token;
        return access;
    }

    /** Asks for something. */
    Object get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    /** Asks for something to be done, with a JSON body. */
    Object post(String path, String json) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a file. */
    Object upload(String path, Path file, Map<String, String> headers) throws InterruptedException {
        try {
            HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofFile(file));
            headers.forEach(request::header);
            return send(request);
        } catch (FileNotFoundException e) {
            throw new StartFailure(StartFailure.NOT_STARTED, "There is no file to read at " + file + ".", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + "/api/v1/" + path));
            String token = token();
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return request.header("Accept", "application/json, application/problem+json")
                    .header("Accept-Language", "en")
                    .timeout(PATIENCE);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    url + " is no address of a portal. Write --url like http://127.0.0.1:8080.",
                    e);
        }
    }

    private Object send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 == 2) {
                return response.body().isBlank() ? Map.of() : JsonReader.read(response.body());
            }
            throw refused(response);
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.FAILED,
                    "The portal at " + url + " does not answer (" + e
                            + "). Does it run? Name another address by --url.",
                    e);
        }
    }

    private static StartFailure refused(HttpResponse<String> response) {
        int status = response.statusCode();
        String detail;
        try {
            Object problem = JsonReader.read(response.body());
            detail = JsonReader.text(problem, "detail");
            for (Object error : JsonReader.list(problem, "errors")) {
                detail += "\n  " + JsonReader.text(error, "pointer") + ": " + JsonReader.text(error, "detail");
            }
        } catch (IllegalArgumentException e) {
            detail = response.body();
        }
        String hint = status == 401 ? "\nIs it the token of that portal? See --token-file." : "";
        return new StartFailure(StartFailure.FAILED, "The portal says no (" + status + "): " + detail + hint);
    }

    private String token() {
        if (given != null) {
            return given;
        }
        try {
            if (tokenFile != null) {
                return Files.readString(tokenFile).strip();
            }
            for (String name : new String[] {"LINLI_TOKEN", "LINLI_OPERATOR_TOKEN"}) {
                String given = System.getenv(name);
                if (given != null && !given.isBlank()) {
                    return given.strip();
                }
            }
            return Files.readString(new Home(home).operatorTokenFile()).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    "There is no token to read (" + e.getMessage()
                            + "). Name the portal's home by --home, or a file with a token by --token-file.",
                    e);
        }
    }
}
