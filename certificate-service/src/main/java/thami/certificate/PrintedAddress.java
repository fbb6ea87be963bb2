package thami.certificate;

import java.net.URI;
import java.util.Locale;
import thami.certificate.CannotIssue.Because;

/// Where the world reaches this installation: it is printed on paper, so it must be one that stands for years.
///
/// @param demonstration whether a local or plain address will do, because nothing is meant in earnest
public record PrintedAddress(URI base, boolean demonstration) {

    /// The page that says whether this number is valid.
    public URI verifyPage(CertificateNumber number) {
        return at("/verify/" + number.grouped());
    }

    public URI at(String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }

    /// Refuses to print an address that is local or not HTTPS, outside a demonstration.
    void mustBePublic() {
        if (!demonstration && (!"https".equals(base.getScheme()) || isLocal(base.getHost()))) {
            throw new CannotIssue(Because.ADDRESS_NOT_PUBLIC, base.toString());
        }
    }

    private static boolean isLocal(String host) {
        if (host == null) return true;
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || !name.contains(".") // a name without a domain, or IPv6 in brackets
                || name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal")
                || name.endsWith(".test")
                || name.endsWith(".example")
                || name.endsWith(".invalid")
                || name.chars().allMatch(character -> Character.isDigit(character) || character == '.');
    }
}
