package thami.web;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Email addresses as text.
public final class EmailAddresses {

    private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3: a path of 256 with its brackets
    private static final int LONGEST_LOCAL = 64; // 4.5.3.1.1
    private static final Pattern LOCAL = atoms("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+", "*"); // RFC 5321 dot-string
    private static final Pattern DOMAIN = atoms("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", "+");

    /// IDNA 2003, which Java speaks, turns these into others, so mail would go to another domain than the one that was
    /// typed.
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\u200c\\u200d]");

    private EmailAddresses() {}

    private static Pattern atoms(String atom, String more) {
        return Pattern.compile(atom + "(?:\\." + atom + ")" + more);
    }

    /// As it is stored and sent to: without spaces around it, the domain in lower-case ASCII (`bücher.example` becomes
    /// `xn--bcher-kva.example`).
    ///
    /// @throws IllegalArgumentException if it is no address; `@EmailAddress` is to be checked before
    public static String normalized(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an email address"));
    }

    static Optional<String> parse(String text) {
        if (text.length() > 2 * LONGEST) return Optional.empty();
        var address = text.replaceAll("^ +| +$", "");
        var at = address.lastIndexOf('@');
        if (at < 1) return Optional.empty();
        var local = address.substring(0, at);
        if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) return Optional.empty();
        return domain(address.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(whole -> whole.length() <= LONGEST);
    }

    private static Optional<String> domain(String text) {
        if (AMBIGUOUS.matcher(text).find()) return Optional.empty();
        try {
            var ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            var last = ascii.substring(ascii.lastIndexOf('.') + 1);
            var numeric = last.chars().allMatch(Character::isDigit); // an IP address, not a name
            return DOMAIN.matcher(ascii).matches() && !numeric ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
