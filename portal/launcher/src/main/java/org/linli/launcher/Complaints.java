package org.linli.launcher;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the log called severe while the application was deployed: a failed deployment says it nowhere else. */
final class Complaints extends Handler {

    private static final int ENOUGH = 5;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    private Complaints() {}

    static Complaints listen() {
        Complaints complaints = new Complaints();
        complaints.setLevel(Level.SEVERE);
        Logger.getLogger("").addHandler(complaints);
        return complaints;
    }

    void stop() {
        Logger.getLogger("").removeHandler(this);
    }

    /** Up to five lines, each beginning with a line break. */
    String text() {
        return String.join("", lines);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry) && lines.size() < ENOUGH) {
            String message = formatter.formatMessage(entry);
            Throwable cause = entry.getThrown();
            while (cause != null && cause.getCause() != null) {
                cause = cause.getCause();
            }
            String line = message.lines().findFirst().orElse("");
            lines.add("\n  " + line + (cause == null ? "" : " (" + cause + ")"));
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing to release
    }
}
