package org.linli.database;

import java.nio.file.Path;

/** Another live process works on the same data directory. */
public final class DatabaseInUseException extends DatabaseException {

    public DatabaseInUseException(Path directory) {
        super("The database in " + directory + " is in use by another running process. "
                + "Stop that one first, or choose another home with --home.");
    }
}
