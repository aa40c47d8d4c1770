package org.linli.database;

/** A server that answers, but on which the portal would lose or garble data. */
public final class UnfitServerException extends DatabaseException {

    public UnfitServerException(String message) {
        super(message);
    }
}
