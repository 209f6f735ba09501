package ca.vitaravox.server.web.access;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A QR code as a path of squares, for a picture that is part of the page, so that no secret has an address.
 *
 * @param size modules on a side, the quiet zone included
 * @param path the dark ones, as SVG draws them
 */
public record QrCode(int size, String path) {
    /** None. */
    public static final QrCode NONE = new QrCode(0, "");

    private static final int QUIET = 2;

    /** What authenticator applications read. */
    static String otpauth(String address, String secret) {
        return "otpauth://totp/VitaraVox:" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "?secret=" + secret
                + "&issuer=VitaraVox";
    }

    /** The code of a text. */
    static QrCode of(String text) {
        try {
            BitMatrix dots =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    if (dots.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(dots.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }
}
