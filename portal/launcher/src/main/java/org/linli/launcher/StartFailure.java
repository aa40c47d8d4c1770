package org.linli.launcher;

/** The command cannot be carried out. The message is for people: what is wrong and what to do. */
final class StartFailure extends RuntimeException {

    /** Something went wrong. */
    static final int FAILED = 1;

    /** The command cannot work as it was given: port taken, home in use. Nothing was started. */
    static final int NOT_STARTED = 2;

    private final int exitCode;

    StartFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    StartFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
