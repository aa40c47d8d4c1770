package org.linli.portal.platform.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** A picture drawn anew as JPEG: upright, of a sane size, without place, camera or anything else that was hidden in it. */
public final class CleanImage {
    /** Of every cleaned picture. */
    public static final String MEDIA_TYPE = "image/jpeg";

    /** Largest upload. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final long MAX_PIXELS = 40_000_000;
    private static final int MAX_EDGE = 1600;

    private final byte[] jpeg;

    private CleanImage(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    public byte[] jpeg() {
        return jpeg.clone();
    }

    /**
     * Cleans an uploaded picture.
     *
     * @throws DomainException platform.photo-too-large (413) or platform.photo-not-an-image (400): not JPEG or PNG, broken,
     *     or with more pixels than a camera takes
     */
    public static CleanImage of(byte[] upload) {
        if (upload.length > MAX_BYTES) {
            throw DomainException.of(Kind.TOO_LARGE, "platform.photo-too-large", MAX_BYTES / 1024 / 1024);
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw notAnImage();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return new CleanImage(redraw(read(reader), ExifOrientation.of(upload)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) { // decoders throw anything at broken input
            if (e instanceof DomainException known) {
                throw known;
            }
            throw notAnImage();
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) || pixels > MAX_PIXELS) {
            throw notAnImage();
        }
        var parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * MAX_EDGE));
        parameters.setSourceSubsampling(step, step, 0, 0); // a phone's picture is never held in full
        return reader.read(0, parameters);
    }

    private static byte[] redraw(BufferedImage image, ExifOrientation orientation) throws IOException {
        double scale = Math.min(1.0, (double) MAX_EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean turned = orientation.swapsEdges();
        BufferedImage canvas =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform upright = orientation.upright(width, height);
        upright.scale((double) width / image.getWidth(), (double) height / image.getHeight());
        pen.drawImage(image, upright, null);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        if (!ImageIO.write(canvas, "jpeg", jpeg)) {
            throw new IOException("no JPEG writer");
        }
        return jpeg.toByteArray();
    }

    private static DomainException notAnImage() {
        return DomainException.invalid("platform.photo-not-an-image", MAX_PIXELS / 1_000_000);
    }
}
