package org.linli.portal.platform.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** QR codes as the two attributes of an inline SVG, so that a page needs neither an image request nor a script. */
@Named("qrCode")
@ApplicationScoped
public class Qr {

    private static final int QUIET_ZONE_MODULES = 4;

    /** The {@code d} of a path that draws the dark modules, one unit each; empty for no content. */
    public String path(@Nullable String content) {
        if (content == null || content.isEmpty()) {
            return "";
        }
        BitMatrix modules = encode(content);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /** The {@code viewBox} that fits {@link #path}, quiet zone included. */
    public String viewBox(@Nullable String content) {
        int side = content == null || content.isEmpty() ? 1 : encode(content).getWidth();
        return "0 0 " + side + " " + side;
    }

    private static BitMatrix encode(String content) {
        try {
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, QUIET_ZONE_MODULES, EncodeHintType.CHARACTER_SET, "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + content.length() + " characters", e);
        }
    }
}
