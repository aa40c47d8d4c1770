package org.linli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.linli.database.FileTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Unpacks the server and makes its class-data archive, once per build: a start then takes half the time. The archive is
 * made by really starting the portal once, over a home of its own that is deleted afterwards.
 */
@Command(name = "prepare", hidden = true, mixinStandardHelpOptions = true, description = "Prepare for quick starts.")
final class PrepareCommand implements Callable<Integer> {

    private static final int LIMIT_MINUTES = 5;

    @Option(names = "--home", required = true, paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path home;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = new Home(home).directory();
        ServerFiles files = ServerFiles.unpacked(directory);
        // without an archive it starts as well, only slower: so a failure here is no failure of the start
        LaunchArguments.write(directory, files);
        if (!Files.exists(files.classArchive())) {
            makeArchive(directory, files);
            LaunchArguments.write(directory, files);
        }
        return 0;
    }

    private static void makeArchive(Path home, ServerFiles files) throws IOException, InterruptedException {
        Path training = files.directory().resolve("training");
        Path half = files.directory().resolve("half.jsa");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ArchiveClassesAtExit=" + half,
                        "-Xlog:disable",
                        "-Dlinli.programs=" + home.resolve("programs"),
                        "@" + LaunchArguments.file(home),
                        "warm-up",
                        "--home",
                        training.toString()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("runtime").resolve("prepare.log").toFile())
                .start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
        }
        if (Files.exists(half) && process.exitValue() == 0) {
            Files.move(half, files.classArchive());
        }
        FileTree.delete(training);
    }
}
