package org.linli.database;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Hands Flyway's log to System.Logger: otherwise it writes to the console, between our few plain lines. */
public final class FlywayLog implements LogCreator {

    @Override
    public Log createLogger(Class<?> type) {
        return new Adapter(System.getLogger(type.getName()));
    }

    private record Adapter(System.Logger logger) implements Log {

        @Override
        @SuppressWarnings("deprecation") // still abstract in Flyway's interface
        public boolean isDebugEnabled() {
            return logger.isLoggable(System.Logger.Level.DEBUG);
        }

        @Override
        public void debug(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void info(String message) {
            // what Flyway says of a normal start is detail to us
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void warn(String message) {
            logger.log(System.Logger.Level.WARNING, message);
        }

        @Override
        public void error(String message) {
            // the same text comes as an exception, and is shown once
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void error(String message, Exception e) {
            logger.log(System.Logger.Level.DEBUG, message, e);
        }

        @Override
        public void notice(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }
    }
}
