package org.linli.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The demo sign-ins, from the list inside the application. */
final class SignIns {

    private static final String LIST = "WEB-INF/classes/demo/sign-ins.csv";

    private SignIns() {}

    /** Lines to print; none if the application has no list. */
    static List<String> of(Path war) {
        List<String> lines = new ArrayList<>();
        try (ZipFile archive = new ZipFile(war.toFile())) {
            ZipEntry list = archive.getEntry(LIST);
            if (list == null) {
                return lines;
            }
            lines.add("  Demo sign-ins, the password is linli-demo:");
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(archive.getInputStream(list), StandardCharsets.UTF_8))) {
                // columns: login,role_zh,role_en,community,…
                reader.lines()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .filter(columns -> columns.length >= 4)
                        .forEach(columns -> lines.add(String.format(
                                Locale.ROOT, "    %-12s %s %s, %s", columns[0], columns[1], columns[2], columns[3])));
            }
            lines.add("");
            return lines;
        } catch (IOException e) {
            throw new StartFailure(StartFailure.FAILED, "The list of demo sign-ins cannot be read: " + e, e);
        }
    }
}
