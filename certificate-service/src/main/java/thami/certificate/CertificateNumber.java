package thami.certificate;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The number printed on a certificate: 17 random characters (85 bits, so it cannot be guessed) and a check character.
///
/// The alphabet is Crockford's base32, which has no I, L, O and U; the check character is Luhn's, modulo 32.
/// People type it from paper, so reading is tolerant: lower case, spaces, hyphens, `I` and `L` for 1, `O` for 0.
///
/// @param value the 18 characters without grouping
public record CertificateNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = ALPHABET.length();
    private static final int LENGTH = 18;
    private static final int GROUP = 6;

    public CertificateNumber {
        if (!isComplete(value) || !hasValidCheck(value)) throw new IllegalArgumentException("no certificate number");
    }

    static CertificateNumber random(RandomGenerator random) {
        var drawn = IntStream.generate(() -> random.nextInt(BASE))
                .limit(LENGTH - 1)
                .mapToObj(digit -> ALPHABET.substring(digit, digit + 1))
                .collect(Collectors.joining());
        return new CertificateNumber(drawn + ALPHABET.charAt((BASE - sum(drawn, 2) % BASE) % BASE));
    }

    /// What somebody typed or scanned; empty if it cannot be the number of any certificate.
    public static Optional<CertificateNumber> parse(String typed) {
        var read = new StringBuilder(LENGTH);
        for (var character : typed.strip().toCharArray()) {
            if (isSeparator(character)) continue;
            if (read.length() == LENGTH) return Optional.empty();
            read.append(understood(character));
        }
        var value = read.toString();
        return isComplete(value) && hasValidCheck(value) ? Optional.of(new CertificateNumber(value)) : Optional.empty();
    }

    /// As it is printed: three groups of six.
    public String grouped() {
        return IntStream.range(0, LENGTH / GROUP)
                .mapToObj(group -> value.substring(group * GROUP, (group + 1) * GROUP))
                .collect(Collectors.joining("-"));
    }

    @Override
    public String toString() {
        return grouped();
    }

    private static char understood(char typed) {
        var upper = Character.toUpperCase(typed);
        return switch (upper) {
            case 'I', 'L' -> '1';
            case 'O' -> '0';
            default -> upper;
        };
    }

    private static boolean isSeparator(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.DASH_PUNCTUATION;
    }

    private static boolean isComplete(String value) {
        return value.length() == LENGTH && value.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    private static boolean hasValidCheck(String value) {
        return sum(value, 1) % BASE == 0;
    }

    /// Luhn's sum from right to left, every second character doubled, with the digits of a product added up.
    private static int sum(String value, int lastFactor) {
        var sum = 0;
        var factor = lastFactor;
        for (var at = value.length() - 1; at >= 0; at--) {
            var product = factor * ALPHABET.indexOf(value.charAt(at));
            sum += product / BASE + product % BASE;
            factor = 3 - factor;
        }
        return sum;
    }
}
