package org.linli.database;

/** The database cannot be used. The message is written for the operator: what is wrong, and what to do. */
public class DatabaseException extends RuntimeException {

    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
