package org.linli.portal.platform.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.linli.portal.platform.problem.DomainException;

class CleanImageTest {
    /** APP1 segment: Exif, big-endian TIFF, one entry: orientation 6 (turn right). */
    private static final byte[] TURNED = {
        (byte) 0xFF,
        (byte) 0xE1,
        0,
        34,
        'E',
        'x',
        'i',
        'f',
        0,
        0,
        'M',
        'M',
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        0x01,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        6,
        0,
        0,
        0,
        0,
        0,
        0
    };

    @Test
    void a_large_picture_is_made_smaller_and_becomes_a_jpeg() throws IOException {
        BufferedImage clean = read(CleanImage.of(png(3000, 1500)));
        assertThat(clean.getWidth()).isEqualTo(1600);
        assertThat(clean.getHeight()).isEqualTo(800);
    }

    @Test
    void a_small_picture_keeps_its_size() throws IOException {
        BufferedImage clean = read(CleanImage.of(png(40, 30)));
        assertThat(clean.getWidth()).isEqualTo(40);
        assertThat(clean.getHeight()).isEqualTo(30);
    }

    @Test
    void a_picture_taken_sideways_is_turned_upright_and_forgets_what_the_camera_wrote() throws IOException {
        byte[] clean = CleanImage.of(turned(jpeg())).jpeg();
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(clean));
        assertThat(upright.getWidth()).isEqualTo(60);
        assertThat(upright.getHeight()).isEqualTo(100);
        assertThat(new Color(upright.getRGB(30, 10)).getRed())
                .as("the left is on top now")
                .isGreaterThan(200);
        assertThat(new Color(upright.getRGB(30, 90)).getRed()).isLessThan(60);
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void what_is_no_picture_is_refused() {
        for (byte[] bad : new byte[][] {
            {},
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            "<svg/>".getBytes(StandardCharsets.US_ASCII),
            {-1, -40, -1}
        }) {
            assertThatThrownBy(() -> CleanImage.of(bad))
                    .isInstanceOfSatisfying(
                            DomainException.class, e -> assertThat(e.code()).isEqualTo("platform.photo-not-an-image"));
        }
    }

    @Test
    void a_bomb_of_pixels_is_refused_before_it_is_unpacked() throws IOException {
        byte[] bomb = png(10, 10);
        bomb[16] = 0;
        bomb[17] = 1; // 65,546 pixels wide
        bomb[20] = 0;
        bomb[21] = 1; // and high
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        for (int i = 0; i < 4; i++) {
            bomb[29 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
        }
        assertThatThrownBy(() -> CleanImage.of(bomb)).isInstanceOf(DomainException.class);
    }

    @Test
    void what_is_too_large_is_refused() {
        assertThatThrownBy(() -> CleanImage.of(new byte[CleanImage.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        e -> assertThat(e.kind().status()).isEqualTo(413));
    }

    private static BufferedImage read(CleanImage image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image.jpeg()));
    }

    private static byte[] png(int width, int height) throws IOException {
        return write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** 100 × 60, the left half white, the right half black. */
    private static byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(100, 60, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 50; x++) {
            for (int y = 0; y < 60; y++) {
                image.setRGB(x, y, 0xFFFFFF);
            }
        }
        return write(image, "jpeg");
    }

    private static byte[] turned(byte[] jpeg) {
        byte[] turned = new byte[jpeg.length + TURNED.length];
        System.arraycopy(jpeg, 0, turned, 0, 2);
        System.arraycopy(TURNED, 0, turned, 2, TURNED.length);
        System.arraycopy(jpeg, 2, turned, 2 + TURNED.length, jpeg.length - 2);
        return turned;
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
