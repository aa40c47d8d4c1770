package org.linli.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brands that come with the program, as files: the portal knows them only by an index. */
final class BundledFiles {
    private static final String FOLDER = "/bundled-brands/";
    private static final String INDEX = "index";

    private BundledFiles() {}

    /** Writes the index and the files that it names: jars, and settings of communities. */
    static void copyTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        String index;
        try (InputStream in = ServerFiles.resource(FOLDER + INDEX)) {
            index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.writeString(directory.resolve(INDEX), index);
        for (String line : index.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.strip().split("\\s+");
                copy(words[0], directory);
                for (String word : words) {
                    if (word.contains("=")) {
                        copy(word.substring(word.indexOf('=') + 1), directory);
                    }
                }
            }
        }
    }

    private static void copy(String file, Path directory) throws IOException {
        try (InputStream in = ServerFiles.resource(FOLDER + file)) {
            Files.copy(in, directory.resolve(file));
        }
    }
}
