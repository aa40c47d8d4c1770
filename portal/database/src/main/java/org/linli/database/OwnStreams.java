package org.linli.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/**
 * Reads resources through a file of its own. By default all who read from one jar share an open file, and the server, which
 * starts at the same time, may close it: a migration then ended in the middle with "Stream closed".
 */
final class OwnStreams extends ClassLoader {
    OwnStreams(ClassLoader parent) {
        super(parent);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        URL url = getResource(name);
        if (url == null) {
            return null;
        }
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            return connection.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
