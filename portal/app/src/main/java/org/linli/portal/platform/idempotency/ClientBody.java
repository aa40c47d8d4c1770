package org.linli.portal.platform.idempotency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.linli.portal.platform.problem.DomainException;

/** A body while it arrives: that its sender breaks off, or is slower than the server waits, is no failure of the portal. */
final class ClientBody extends FilterInputStream {
    private static final Logger LOG = Logger.getLogger(ClientBody.class.getName());

    private final Runnable onBreak;

    /**
     * A body as it comes.
     *
     * @param onBreak told before it is refused
     */
    ClientBody(InputStream body, Runnable onBreak) {
        super(body);
        this.onBreak = onBreak;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    /** For whoever still listens. */
    private DomainException brokenOff(IOException e) {
        LOG.log(Level.FINE, "a body was broken off: {0}", e.toString());
        onBreak.run();
        return DomainException.invalid("platform.body-broken-off");
    }
}
