package thami.notification.mail;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import thami.notification.Language;
import thami.notification.Letter;
import thami.notification.Occasion;
import thami.notification.Person;
import thami.notification.Samples;
import thami.web.Links;
import thami.web.PublicAddress;

/// Letters as they are really written.
public final class SampleLetters {

    static final Links LINKS = Links.of(Map.of("status", key(1), "certificate", key(2)));
    static final ThymeleafLetters LETTERS = new ThymeleafLetters(
            new PersonalLinks(LINKS, new PublicAddress(URI.create("https://thami.example"))),
            MailSamples.properties(25));

    private SampleLetters() {}

    public static Letter write(Occasion occasion, Language language) {
        var person = new Person("Şule Beispiel-Yıldız", "sule@post.example", language);
        return LETTERS.write(occasion, Samples.recipient(Samples.SULE, person), Samples.call());
    }

    private static String key(int first) {
        var key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }
}
