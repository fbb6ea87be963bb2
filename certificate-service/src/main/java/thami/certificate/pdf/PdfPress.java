package thami.certificate.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import thami.certificate.CannotIssue;
import thami.certificate.CannotIssue.Because;
import thami.certificate.CertificatePress;
import thami.certificate.Draft;
import thami.certificate.Enrolment;
import thami.certificate.LegalBasis;
import thami.certificate.SealedPdf;
import thami.certificate.Wording;

/// Sets, prints and seals.
///
/// The key is opened when it is first needed: certificates can be verified while it is missing.
final class PdfPress implements CertificatePress {

    private static final String CURRENT_TEMPLATE = "1";

    private final Template template = Template.load(CURRENT_TEMPLATE);
    private final Typesetter typesetter;
    private final KnownServices services = new KnownServices();
    private final SealProperties sealProperties;
    private final boolean demonstration;
    private @Nullable Seal seal;

    /// @param demonstration whether a test key will do, because nothing is meant in earnest
    PdfPress(SealProperties sealProperties, boolean demonstration, int atATime) {
        this.sealProperties = sealProperties;
        this.demonstration = demonstration;
        this.typesetter = new Typesetter(atATime);
    }

    @Override
    public Wording word(Enrolment enrolment, LegalBasis basis) {
        var unprintable = typesetter.unprintable(enrolment.name());
        if (!unprintable.isEmpty()) throw new CannotIssue(Because.NAME_NOT_PRINTABLE, named(unprintable));
        var wording = template.word(enrolment, basis);
        mustBePrintable(texts(wording));
        return wording;
    }

    private void mustBePrintable(List<String> texts) {
        var unprintable = typesetter.unprintable(String.join(" ", texts));
        if (unprintable.isEmpty()) return;
        var first = texts.stream()
                .filter(text -> text.codePoints().anyMatch(among(unprintable)))
                .findFirst()
                .orElseThrow();
        throw new CannotIssue(Because.WORDS_NOT_PRINTABLE, named(unprintable), without(unprintable, first));
    }

    /// All that stands on the page beside the name, the number and the dates.
    private static List<String> texts(Wording wording) {
        var ours = Stream.concat(
                Stream.of(wording.title(), wording.attests(), wording.recognisedBy()), wording.issuedBy().stream());
        var modules = wording.modules().stream().flatMap(module -> Stream.of(module.title(), module.provider()));
        var course = Stream.of(wording.programme().title(), wording.course());
        return Stream.of(course, modules, ours).flatMap(Function.identity()).toList();
    }

    @Override
    public SealedPdf press(Draft draft) {
        var seal = usableSeal();
        var testKey = demonstration || seal.isTestKey();
        var page = template.page(draft, testKey);
        var bytes = services.with(() -> seal.seal(typesetter.set(page), draft.sealedAt()));
        return new SealedPdf(bytes, sha256(bytes), seal.keyId(), seal.algorithm(), Seal.LEVEL.toString(), testKey);
    }

    private synchronized Seal usableSeal() {
        var opened = seal != null ? seal : Seal.open(sealProperties);
        seal = opened;
        if (opened.isTestKey() && !demonstration) throw new CannotIssue(Because.SEAL_IS_A_TEST_KEY, opened.keyId());
        return opened;
    }

    private static String without(String unprintable, String text) {
        return text.codePoints()
                .mapToObj(character -> among(unprintable).test(character) ? "…" : Character.toString(character))
                .collect(Collectors.joining());
    }

    private static IntPredicate among(String characters) {
        return character -> characters.indexOf(character) >= 0;
    }

    /// Characters that may be invisible or turn the line around are named by their code point.
    private static String named(String characters) {
        var named = new StringBuilder();
        characters.codePoints().limit(5).forEach(character -> {
            if (!named.isEmpty()) named.append(", ");
            if (Character.isLetterOrDigit(character))
                named.append(Character.toString(character)).append(' ');
            named.append("(U+%04X)".formatted(character));
        });
        return named.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
