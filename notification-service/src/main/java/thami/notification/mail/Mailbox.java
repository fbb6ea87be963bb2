package thami.notification.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address of exactly one mailbox, as it goes into `RCPT TO`: ASCII, the domain in its IDNA form.
///
/// Narrower than RFC 5321 on purpose: no lists, groups, comments, routes or address literals. A local part
/// beyond ASCII would need SMTPUTF8 on the whole way; it is refused, and staff see that.
record Mailbox(String address) {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]|\\\\[ -~])+\"";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*|" + QUOTED);
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    static Optional<Mailbox> of(String given) {
        var at = given.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL) return Optional.empty();
        var local = given.substring(0, at);
        if (!LOCAL.matcher(local).matches()) return Optional.empty();
        return domain(given.substring(at + 1))
                .map(domain -> new Mailbox(local + "@" + domain))
                .filter(mailbox -> mailbox.address.length() <= LONGEST);
    }

    private static Optional<String> domain(String given) {
        try {
            var ascii = IDN.toASCII(given, IDN.USE_STD3_ASCII_RULES);
            return ascii.isEmpty() || ascii.endsWith(".") ? Optional.empty() : Optional.of(ascii);
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /// Never the address: records end up in logs.
    @Override
    public String toString() {
        return "Mailbox[…]";
    }
}
