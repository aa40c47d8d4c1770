package org.linli.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.linli.acceptance.RunningPortal;

/** From the start of the process to the first page, with and without the class-data archive. */
final class Start {
    private static final int RUNS = Integer.getInteger("linli.bench.starts", 5);
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path home = Path.of("target", "start").toAbsolutePath();
    private final Path jar = Path.of(System.getProperty("linli.jar", "../launcher/target/linli.jar"));
    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final HttpClient client = HttpClient.newHttpClient();

    void run() throws IOException, InterruptedException {
        Files.createDirectories(home);
        String programs = "-Dlinli.programs=" + RunningPortal.top().resolve("target/programs");
        // as ./linli does it: once a build
        command(List.of(java, programs, "-jar", jar.toString(), "prepare", "--home", home.toString()))
                .start()
                .waitFor();
        List<String> quick = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        List<String> packaged = new ArrayList<>(List.of(java));
        packaged.addAll(quick);
        packaged.addAll(List.of(programs, "@" + home.resolve("runtime/java.args")));
        List<String> plain = List.of(java, programs, "-jar", jar.toString());
        // the first start of each fills the database
        toFirstPage(packaged);
        List<Double> withArchive = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            withArchive.add(toFirstPage(packaged));
            without.add(toFirstPage(plain));
        }
        Contest.print("%-34s %8s   %s", "start to first page, seconds", "median", "runs");
        print("packaged (archive, C1, serial)", withArchive);
        print("java -jar linli.jar run", without);
    }

    private static void print(String name, List<Double> seconds) {
        double[] values = seconds.stream().mapToDouble(Double::doubleValue).toArray();
        StringBuilder runs = new StringBuilder();
        seconds.forEach(one -> runs.append(String.format(Locale.ROOT, "%.1f ", one)));
        Contest.print("%-34s %8.1f   %s", name, Load.middle(values), runs);
    }

    private double toFirstPage(List<String> begin) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(begin);
        command.addAll(List.of("run", "--demo", "--home", home.toString(), "--port", Integer.toString(port)));
        long start = System.nanoTime();
        Process process = command(command).start();
        try {
            URI page = URI.create("http://127.0.0.1:" + port + "/");
            while (!answers(page)) {
                if (!process.isAlive() || System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IllegalStateException("no start; see " + home.resolve("console.log"));
                }
                Thread.sleep(20);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private ProcessBuilder command(List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("console.log").toFile()));
    }

    private boolean answers(URI page) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
