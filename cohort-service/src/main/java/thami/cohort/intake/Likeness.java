package thami.cohort.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import thami.cohort.planning.CohortId;

/// By what two applications to one call may be recognised as one person's. A hint for staff, never an identity.
///
/// @param name without case, marks, hyphens and order of names, so that "Yılmaz-Ötker, Şule" is like "Sule Otker
/// Yilmaz"
/// @param mailbox four bytes of a digest over cohort and address: enough to notice a mailbox used twice in one call,
///     too little to find the address again
record Likeness(String name, String mailbox) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Likeness of(CohortId cohort, String name, String email) {
        return new Likeness(nameKey(name), mailboxKey(cohort, email));
    }

    private static String nameKey(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT); // ß, ẞ and ſ meet
        var letters = folded.replace('ı', 'i')
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace("ß", "ss");
        var key = Arrays.stream(BETWEEN_NAMES.split(letters))
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
        return key.isEmpty() ? name.strip() : key;
    }

    private static String mailboxKey(CohortId cohort, String email) {
        var digest = sha256(cohort.value() + "\n" + email.strip().toLowerCase(Locale.ROOT));
        return Integer.toHexString(ByteBuffer.wrap(digest).getInt());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every Java platform has it
        }
    }
}
