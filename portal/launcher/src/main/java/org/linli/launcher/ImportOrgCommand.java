package org.linli.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads a tree of organisation units into a running portal, over its REST interface. */
@Command(
        name = "import-org",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Load organisation units from a CSV file (code,parent,level,name) into a running portal.")
final class ImportOrgCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.csv", description = "UTF-8, with a header line; the other lines in any order.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--url",
            defaultValue = "${env:LINLI_URL:-http://127.0.0.1:8080}",
            description = "Address of the portal. Default: $$LINLI_URL, else http://127.0.0.1:8080")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String url;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:LINLI_HOME:-${sys:user.home}/.linli}",
            description = "Home of the portal, for its operator.token. Default: $$LINLI_HOME, else ~/.linli. "
                    + "From another machine: set $$LINLI_OPERATOR_TOKEN instead.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path home;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isReadable(file)) {
            throw new StartFailure(StartFailure.NOT_STARTED, "There is no file to read at " + file + ".");
        }
        try {
            HttpRequest request = target().header("Authorization", "Bearer " + token())
                    .header("Content-Type", "text/csv; charset=utf-8")
                    .header("Accept", "application/json, application/problem+json")
                    // the national list has 600,000 lines
                    .timeout(Duration.ofHours(1))
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            return report(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.FAILED,
                    "The portal at " + url + " does not answer (" + e
                            + "). Does it run? Name another address by --url.",
                    e);
        }
    }

    private HttpRequest.Builder target() {
        try {
            return HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + "/api/v1/org-units/imports"));
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    url + " is no address of a portal. Write --url like http://127.0.0.1:8080.",
                    e);
        }
    }

    private int report(int status, String body) {
        if (status / 100 == 2) {
            spec.commandLine().getOut().println(body);
            return 0;
        }
        spec.commandLine().getErr().println("The portal refused the import (HTTP " + status + "): " + body);
        if (status == 401 || status == 403) {
            spec.commandLine()
                    .getErr()
                    .println("Is --home the home of that portal, or LINLI_OPERATOR_TOKEN its token?");
        }
        return StartFailure.FAILED;
    }

    private String token() throws IOException {
        String given = System.getenv("LINLI_OPERATOR_TOKEN");
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        Path tokenFile = new Home(home).operatorTokenFile();
        if (!Files.isReadable(tokenFile)) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    "There is no operator token at " + tokenFile
                            + ". It is made at the first start; name the portal's home by --home, or set"
                            + " LINLI_OPERATOR_TOKEN.");
        }
        return Files.readString(tokenFile).strip();
    }
}
