package thami.certificate.pdf;

import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Turns a page into a PDF that is PDF/A-3a and PDF/UA-1 at once.
///
/// As many pages at a time as there are processors; the rest wait. Each has its fonts for itself, and nothing else
/// outlives a page, so no two people's certificates can mix.
final class Typesetter {

    static {
        // A dozen lines for each certificate, past the log of the service.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private static final FSObjectDrawerFactory DRAWERS = drawers();

    private final BlockingQueue<Typeface> typefaces = new LinkedBlockingQueue<>();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Typesetter(int atATime) {
        Stream.generate(Typeface::load).limit(atATime).forEach(typefaces::add);
    }

    byte[] set(String page) {
        var typeface = borrow();
        try {
            return set(page, typeface);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            typefaces.add(typeface);
        }
    }

    String unprintable(String text) {
        var typeface = borrow();
        try {
            return typeface.unprintable(text);
        } finally {
            typefaces.add(typeface);
        }
    }

    private byte[] set(String page, Typeface typeface) throws IOException {
        try (var document = new PDDocument()) {
            var pdf = new ByteArrayOutputStream(64 * 1024);
            new PdfRendererBuilder()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_3_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(colours)
                    .useFont(font(typeface.regularIn(document)), Typeface.FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(font(typeface.boldIn(document)), Typeface.FAMILY, 700, FontStyle.NORMAL, true)
                    .withProducer("ThAMI")
                    .withW3cDocument(Xhtml.read(page), null)
                    .useObjectDrawerFactory(DRAWERS)
                    .toStream(pdf)
                    .run();
            return pdf.toByteArray();
        }
    }

    private static FSObjectDrawerFactory drawers() {
        var drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(QrCode.TYPE, new QrCode());
        return drawers;
    }

    private static PDFontSupplier font(org.apache.pdfbox.pdmodel.font.PDFont font) {
        return new PDFontSupplier(font);
    }

    private Typeface borrow() {
        try {
            return typefaces.take();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to print", stopping);
        }
    }
}
