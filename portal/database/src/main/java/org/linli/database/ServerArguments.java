package org.linli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Arguments of mariadbd that hold for making a data directory and for serving it. */
final class ServerArguments {

    private ServerArguments() {}

    static List<String> common(Path base, Path data) {
        return List.of(
                // has to be the first: a my.cnf of the machine is none of our business
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--lc-messages-dir=" + base.resolve("share"));
    }

    /** A server of root refuses to start unless it is told that this is meant. */
    static List<String> asRoot(Path ownDirectory) throws IOException {
        boolean root =
                ownDirectory.getFileSystem().supportedFileAttributeViews().contains("unix")
                        && Integer.valueOf(0).equals(Files.getAttribute(ownDirectory, "unix:uid"));
        return root ? List.of("--user=root") : List.of();
    }
}
