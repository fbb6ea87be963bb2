package thami.certificate.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Rectangle;
import java.awt.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.w3c.dom.Element;

/// Draws the address that is the `data` of an `<object>` as a QR code: squares, sharp at any size, and no pixels that
/// would be packed as an image, unpacked and packed again.
final class QrCode implements FSObjectDrawer {

    /// The `type` of such an `<object>`.
    static final String TYPE = "application/x-qr-code";

    private static final int QUIET_ZONE = 2; // modules; the white page around it makes up the four of ISO 18004
    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    @Override
    public Map<Shape, String> drawObject(
            Element object,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        var page = (PdfBoxOutputDevice) device;
        var modules = encoded(object.getAttribute("data"));
        var side = modules.getWidth() * page.getDotsPerPoint();
        page.drawPdfAsImage(
                drawn(modules, page.getWriter()),
                new Rectangle((int) x, (int) y, (int) width, (int) height),
                side,
                side);
        return Map.of(); // no part of it is a link
    }

    private static BitMatrix encoded(String address) {
        try {
            return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit into a QR code: " + address, tooLong);
        }
    }

    /// One point for each module. Filled as one path, so that no seam shows between two rows.
    private static PDFormXObject drawn(BitMatrix modules, PDDocument document) {
        var form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(modules.getWidth(), modules.getHeight()));
        try (var content = new PDFormContentStream(form)) {
            content.setNonStrokingColor(0f);
            for (var row = 0; row < modules.getHeight(); row++) drawRow(modules, row, content);
            content.fill();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return form;
    }

    /// Neighbours in a row are one rectangle. Rows are counted from above, points from below.
    private static void drawRow(BitMatrix modules, int row, PDFormContentStream content) throws IOException {
        var dark = modules.getRow(row, null);
        for (var from = dark.getNextSet(0); from < dark.getSize(); ) {
            var to = dark.getNextUnset(from);
            content.addRect(from, modules.getHeight() - 1f - row, to - from, 1);
            from = dark.getNextSet(to);
        }
    }
}
