package thami.web;

import java.net.URI;
import org.springframework.util.Assert;

/// Where people reach this system: the base of every absolute address. It comes from `thami.public-url`, never from the
/// request's `Host`, which whoever sends the request may choose.
public record PublicAddress(URI base) {

    public PublicAddress {
        Assert.isTrue(base.isAbsolute(), "thami.public-url must be absolute");
        base = URI.create(base.toString().replaceAll("/+$", ""));
    }

    /// The absolute address of a path, for instance `/status/…`.
    public URI at(String path) {
        Assert.isTrue(path.startsWith("/"), "a path begins with a slash");
        return URI.create(base + path);
    }

    /// Whether cookies may be marked `Secure`.
    public boolean isSecure() {
        return "https".equalsIgnoreCase(base.getScheme());
    }
}
