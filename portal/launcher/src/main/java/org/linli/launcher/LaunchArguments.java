package org.linli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The file {@code <home>/runtime/java.args}: arguments by which {@code java @java.args run} starts at once, with the
 * classes of the server on the class path and, if there is one, their class-data archive.
 */
final class LaunchArguments {

    private LaunchArguments() {}

    static Path file(Path home) {
        return home.resolve("runtime").resolve("java.args");
    }

    /** Writes the file; it is complete or not there. */
    static void write(Path home, ServerFiles files) throws IOException {
        Path jar = ServerFiles.runnableJar();
        List<String> lines = new ArrayList<>();
        if (Files.exists(files.classArchive())) {
            lines.add(quoted("-XX:SharedArchiveFile=" + files.classArchive()));
            lines.add("-Xshare:auto");
            // an archive that does not fit (another Java) is ignored without a word
            lines.add("-Xlog:disable");
            lines.add("-Xlog:all=error:stderr");
        }
        // a brand that is looked at is to leave the memory: with the usual collector that need not stop the portal
        lines.add("-XX:+ExplicitGCInvokesConcurrent");
        try (JarFile own = new JarFile(jar.toFile())) {
            Attributes manifest = own.getManifest().getMainAttributes();
            addModuleOptions(lines, "--add-exports", manifest.getValue("Add-Exports"));
            addModuleOptions(lines, "--add-opens", manifest.getValue("Add-Opens"));
        }
        lines.add(quoted("-D" + ServerFiles.ON_CLASS_PATH + "=" + files.directory()));
        lines.add("-cp");
        lines.add(quoted(files.bootJar() + java.io.File.pathSeparator + jar));
        lines.add(Linli.class.getName());
        Path half = file(home).resolveSibling("java.args.half");
        Files.write(half, lines);
        Files.move(half, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void addModuleOptions(List<String> lines, String option, String packages) {
        for (String name : packages.split(" ")) {
            lines.add(option + "=" + name + "=ALL-UNNAMED");
        }
    }

    private static String quoted(String argument) {
        return "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
