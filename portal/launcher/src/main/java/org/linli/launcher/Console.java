package org.linli.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The few plain lines that the person at the terminal sees. Always UTF-8, whatever the locale. */
final class Console {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    void say(String line) {
        out.println(line);
    }

    void warn(String line) {
        err.println(line);
    }

    /** Sends what the server and its libraries print to a file in the log directory. */
    void keepToMyself(Path logs) {
        try {
            Files.createDirectories(logs);
            PrintStream file = new PrintStream(
                    new FileOutputStream(logs.resolve("output.log").toFile()), true, StandardCharsets.UTF_8);
            System.setOut(file);
            System.setErr(file);
        } catch (IOException e) {
            throw new StartFailure(StartFailure.NOT_STARTED, "No log can be written into " + logs + ": " + e, e);
        }
    }
}
