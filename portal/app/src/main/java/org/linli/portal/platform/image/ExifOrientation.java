package org.linli.portal.platform.image;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held (EXIF tag 0x0112, values 1 to 8); a picture without the tag is upright. */
record ExifOrientation(int value) {
    private static final ExifOrientation UPRIGHT = new ExifOrientation(1);
    private static final int APP1 = 0xFFE1;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final long EXIF_HEADER = 0x457869660000L; // "Exif\0\0"

    /** Reads the tag out of a JPEG; whatever is not understood counts as upright. */
    static ExifOrientation of(byte[] jpeg) {
        try {
            return read(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static ExifOrientation read(ByteBuffer file) {
        if (u16(file, 0) != 0xFFD8) {
            return UPRIGHT;
        }
        for (int at = 2; u16(file, at) >>> 8 == 0xFF; at += 2 + u16(file, at + 2)) {
            boolean exif = u16(file, at) == APP1 && file.getLong(at + 4) >>> 16 == EXIF_HEADER;
            if (exif) {
                return ofTiff(file, at + 10);
            }
            if (u16(file, at + 2) < 2) {
                return UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static ExifOrientation ofTiff(ByteBuffer file, int start) {
        ByteBuffer tiff =
                file.duplicate().order(u16(file, start) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = start + tiff.getInt(start + 4);
        int entries = u16(tiff, directory);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (u16(tiff, entry) == ORIENTATION_TAG) {
                int value = u16(tiff, entry + 8);
                return value >= 1 && value <= 8 ? new ExifOrientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int u16(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xFFFF;
    }

    /** Whether width and height change places. */
    boolean swapsEdges() {
        return value >= 5;
    }

    /** Turns a picture of that size upright. */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
