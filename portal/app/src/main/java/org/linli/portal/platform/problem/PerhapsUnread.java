package org.linli.portal.platform.problem;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The answer to somebody who may have gone: that nobody takes it is no failure. */
final class PerhapsUnread extends ServletOutputStream {
    private final ServletOutputStream out;
    private boolean gone;

    PerhapsUnread(ServletOutputStream out) {
        this.out = out;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Step step) {
        if (!gone) {
            try {
                step.run();
            } catch (IOException e) {
                gone = true;
            }
        }
    }

    @Override
    public void write(int value) {
        attempt(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    @Override
    public void close() {
        attempt(out::close);
    }

    @Override
    public boolean isReady() {
        return gone || out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }
}
