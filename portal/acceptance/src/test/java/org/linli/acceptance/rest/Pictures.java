package org.linli.acceptance.rest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Photos to send. */
public final class Pictures {
    private Pictures() {}

    /** A small JPEG. */
    public static byte[] jpeg() {
        try (ByteArrayOutputStream jpeg = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
            return jpeg.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
