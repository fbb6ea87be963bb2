package thami.registration.web;

import static com.google.zxing.BarcodeFormat.QR_CODE;
import static com.google.zxing.EncodeHintType.ERROR_CORRECTION;
import static com.google.zxing.EncodeHintType.MARGIN;
import static com.google.zxing.qrcode.decoder.ErrorCorrectionLevel.M;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/// A link to be scanned, as an image that is part of the page: no other address ever holds the link.
final class QrCode {

    private QrCode() {}

    /// @return a `data:` address of an SVG with the quiet zone of four modules that the standard asks for
    static String of(URI link) {
        var svg = svg(modules(link));
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
    }

    private static BitMatrix modules(URI link) {
        try {
            return new QRCodeWriter().encode(link.toString(), QR_CODE, 0, 0, Map.of(ERROR_CORRECTION, M, MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long to be scanned", e);
        }
    }

    private static String svg(BitMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>""".formatted(modules.getWidth(), path);
    }
}
