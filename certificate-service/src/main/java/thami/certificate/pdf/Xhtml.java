package thami.certificate.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads pages, by the parser of the JDK: looking for another one would search the whole class path for each page.
final class Xhtml {

    private Xhtml() {}

    static Document read(String page) {
        try {
            return parser().parse(new InputSource(new StringReader(page)));
        } catch (SAXException broken) {
            throw new IllegalArgumentException("not well-formed", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// It opens no file and no address, whatever the page names.
    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
