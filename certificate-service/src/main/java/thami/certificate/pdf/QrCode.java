package thami.certificate.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/// An address as a QR code: a PNG in a `data:` URI, sharp enough for print.
final class QrCode {

    /// Edges lie between modules only, so more would not be sharper; drawing and packing it took a quarter of a page's
    /// time.
    private static final int PIXELS_PER_MODULE = 4;
    private static final int QUIET_ZONE = 2; // modules; the white page around it makes up the four of ISO 18004
    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private QrCode() {}

    static String of(URI address) {
        try {
            var modules = new QRCodeWriter().encode(address.toString(), BarcodeFormat.QR_CODE, 0, 0, HINTS);
            var png = new ByteArrayOutputStream();
            ImageIO.write(drawn(modules), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit into a QR code: " + address, tooLong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BufferedImage drawn(BitMatrix modules) {
        var width = modules.getWidth() * PIXELS_PER_MODULE;
        var image = new BufferedImage(width, width, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < width; y++) {
            for (var x = 0; x < width; x++) {
                var dark = modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE);
                image.setRGB(x, y, dark ? 0x000000 : 0xffffff);
            }
        }
        return image;
    }
}
