package thami.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// The password of each principal of the broker.
public record Passwords(Map<String, String> byPrincipal) {

    /// The broker itself and whoever administers it; a superuser.
    public static final String OPERATOR = "platform";

    private static final SecureRandom RANDOM = new SecureRandom();

    public Passwords {
        byPrincipal = Map.copyOf(byPrincipal);
        if (!byPrincipal.containsKey(OPERATOR)) throw new IllegalArgumentException("no password for " + OPERATOR);
    }

    public static Passwords random(Collection<String> services) {
        var passwords = new TreeMap<String, String>();
        services.forEach(service -> passwords.put(service, random()));
        passwords.put(OPERATOR, random());
        return new Passwords(passwords);
    }

    /// 144 random bits, of characters that need no quoting anywhere.
    public static String random() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String of(String principal) {
        var password = byPrincipal.get(principal);
        if (password == null) throw new IllegalArgumentException("no such principal: " + principal);
        return password;
    }

    @Override
    public String toString() {
        return "Passwords of " + byPrincipal.keySet();
    }
}
