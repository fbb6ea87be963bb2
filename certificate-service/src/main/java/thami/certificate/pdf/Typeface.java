package thami.certificate.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of the page, parsed once and cut down beforehand to Latin, Greek and Cyrillic: embedding them costs
/// most of what a certificate costs.
final class Typeface {

    static final String FAMILY = "Noto Sans";

    private final TrueTypeFont regular;
    private final TrueTypeFont bold;
    private final List<CmapLookup> glyphs;

    private Typeface(TrueTypeFont regular, TrueTypeFont bold) throws IOException {
        this.regular = regular;
        this.bold = bold;
        this.glyphs = List.of(regular.getUnicodeCmapLookup(), bold.getUnicodeCmapLookup());
    }

    static Typeface load() {
        try {
            return new Typeface(parse("fonts/NotoSans-Regular.ttf"), parse("fonts/NotoSans-Bold.ttf"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static TrueTypeFont parse(String file) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(Resources.bytes(file)));
    }

    PDFont regularIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, regular, true);
    }

    PDFont boldIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, bold, true);
    }

    /// The characters of this text that would be printed as a box, or that no page can show: each once, as they come.
    String unprintable(String text) {
        return text.codePoints()
                .filter(character -> !isPrintable(character))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> glyphs.stream().allMatch(font -> font.getGlyphId(character) > 0);
        };
    }
}
