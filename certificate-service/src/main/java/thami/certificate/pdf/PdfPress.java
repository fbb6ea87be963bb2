package thami.certificate.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        return template.word(enrolment, basis);
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
