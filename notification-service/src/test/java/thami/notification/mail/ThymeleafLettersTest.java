package thami.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.Samples.CERTIFICATE;
import static thami.notification.Samples.NOON;
import static thami.notification.Samples.SULE;
import static thami.notification.Samples.TITLE;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thami.notification.Call;
import thami.notification.Language;
import thami.notification.Letter;
import thami.notification.Occasion;
import thami.notification.Person;
import thami.notification.Recipient;
import thami.notification.Samples;
import thami.web.Links;
import thami.web.PublicAddress;

class ThymeleafLettersTest {

    private static final Links LINKS = Links.of(Map.of("status", key(1), "certificate", key(2)));

    private final ThymeleafLetters letters = new ThymeleafLetters(
            new PersonalLinks(LINKS, new PublicAddress(URI.create("https://thami.example"))),
            MailSamples.properties(25));

    private static String key(int first) {
        var key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }

    static Stream<Occasion> occasions() {
        return Stream.of(
                new Occasion.ApplicationReceived(NOON),
                new Occasion.StatusLinkRenewed(NOON),
                new Occasion.ApplicationWithdrawn(NOON),
                new Occasion.Admitted(TITLE, NOON),
                new Occasion.Waitlisted(TITLE, 1234, NOON),
                new Occasion.Declined(TITLE, NOON),
                new Occasion.DecisionUndone(TITLE, NOON),
                new Occasion.CohortMoved(Samples.WHEN, NOON),
                new Occasion.CohortCancelled(NOON),
                new Occasion.CertificateIssued(CERTIFICATE, "BEJSPZ-KE7Q4M-2K9TXY", NOON));
    }

    @ParameterizedTest
    @MethodSource("occasions")
    void saysWhatHappenedWhatComesNextAndWhereToLook(Occasion occasion) {
        for (var language : Language.values()) {
            var letter = write(occasion, "Şule Beispiel-Yıldız", language);

            assertThat(letter.subject()).isNotBlank();
            for (var form : List.of(letter.text(), letter.html())) {
                assertThat(form)
                        .contains("Şule Beispiel-Yıldız")
                        .contains(letter.link())
                        .contains("BSP-7Q4M-2K")
                        .contains(TITLE.in(language))
                        .contains(language == Language.DE ? "19.01.2026" : "19 January 2026")
                        .contains(language == Language.DE ? "So geht es weiter" : "What happens next")
                        .doesNotContain("{0}", "null", "??", " th:", "[(", "[#", "''");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("occasions")
    void neverSoundsLikeAnOrderOfAnAuthority(Occasion occasion) {
        var letter = write(occasion, "Şule", Language.DE);

        assertThat(letter.text() + letter.html())
                .doesNotContainIgnoringCase("Bescheid")
                .doesNotContainIgnoringCase("Rechtsbehelf")
                .doesNotContainIgnoringCase("Widerspruch");
    }

    @ParameterizedTest
    @MethodSource("occasions")
    void holdsTheSecretOfItsLinkNowhere(Occasion occasion) {
        var letter = write(occasion, "Şule", Language.DE);
        var secret = letters.secret(occasion, Samples.sule());

        assertThat(letter.text() + letter.html()).doesNotContain(secret);
        assertThat(letter.unsealed(secret).text()).contains(letter.link().replace(Letter.MARK, secret));
        assertThat(letter.unsealed(secret).html())
                .contains("href=\"" + letter.link().replace(Letter.MARK, secret) + "\"")
                .doesNotContain(Letter.MARK);
    }

    @Test
    void leadsToTheStatusPageWithTheCurrentLink() {
        var renewed = Samples.sule();
        var secret = letters.secret(Samples.ADMITTED, renewed);

        assertThat(write(Samples.ADMITTED, "Şule", Language.DE).link()).startsWith("https://thami.example/status/");
        assertThat(LINKS.read("status", secret)).hasValue(new Links.Link(SULE.value(), 1));
    }

    @Test
    void leadsToTheCertificatesPage() {
        var issued = new Occasion.CertificateIssued(CERTIFICATE, "BEJSPZ-KE7Q4M-2K9TXY", NOON);

        assertThat(write(issued, "Şule", Language.DE).link()).startsWith("https://thami.example/certificate/");
        assertThat(write(issued, "Şule", Language.DE).text()).contains("BEJSPZ-KE7Q4M-2K9TXY");
        assertThat(LINKS.read("certificate", letters.secret(issued, Samples.sule())))
                .hasValue(new Links.Link(CERTIFICATE.value(), 1));
    }

    @Test
    void namesThePlaceOnTheWaitingListInFigures() {
        assertThat(write(new Occasion.Waitlisted(TITLE, 3, NOON), "Şule", Language.DE)
                        .text())
                .contains("auf Platz 3 der Warteliste");
    }

    @Test
    void namesTheNewTimeAndPlace() {
        var moved = new Occasion.CohortMoved(Samples.WHEN, NOON);

        assertThat(write(moved, "Şule", Language.DE).text())
                .contains("Jetzt gilt: 02.03.2026 bis 30.10.2026. Ort: Erfurt (Beispielort).");
        assertThat(write(moved, "Şule", Language.EN).text())
                .contains("Now it is: 2 March 2026 to 30 October 2026. Place: Erfurt (Beispielort).");
    }

    @Test
    void confirmsAnApplicationWithTheTimeAndPlaceOfToday() {
        var received = new Occasion.ApplicationReceived(NOON);
        var german = write(received, "Şule", Language.DE);
        var english = write(received, "Şule", Language.EN);

        assertThat(german.text()).contains("\nZeitraum: 02.03.2026 bis 30.10.2026\n", "\nOrt: Erfurt (Beispielort)\n");
        assertThat(german.html())
                .contains("<dt>Zeitraum</dt>", "<dd>02.03.2026 bis 30.10.2026</dd>")
                .contains("<dt>Ort</dt>", "<dd>Erfurt (Beispielort)</dd>");
        assertThat(english.text())
                .contains("\nDates: 2 March 2026 to 30 October 2026\n", "\nPlace: Erfurt (Beispielort)\n");
        assertThat(english.html())
                .contains("<dt>Dates</dt>", "<dd>2 March 2026 to 30 October 2026</dd>")
                .contains("<dt>Place</dt>", "<dd>Erfurt (Beispielort)</dd>");
    }

    @Test
    void namesNoTimeAndPlaceThatIsUnknownOrWillNotBe() {
        var received = new Occasion.ApplicationReceived(NOON);

        for (var call : new Call[] {null, Samples.cancelledCall()})
            assertThat(letters.write(received, Samples.sule(), call).text()).doesNotContain("Zeitraum", "Ort:");
    }

    @Test
    void saysThatTheCohortIsCancelledMeanwhileToWhoHopesForAPlace() {
        for (var occasion : occasions().toList()) {
            var text = letters.write(occasion, Samples.sule(), Samples.cancelledCall())
                    .text();

            if (occasion.hope() == Occasion.Hope.OPEN)
                assertThat(text)
                        .contains("Inzwischen ist der Jahrgang leider abgesagt.", "Sie müssen nichts tun.")
                        .doesNotContain(
                                "Wir prüfen", "schreiben wir Ihnen", "auf Ihrer Statusseite", "zurück. So kann");
            else assertThat(text).doesNotContain("Inzwischen");
        }
    }

    @Test
    void tellsNobodyWhoHasWithdrawnWhatIsVoidForThem() {
        for (var language : Language.values())
            for (var occasion : occasions().toList()) {
                var letter = letters.write(occasion, Samples.withdrawn(person(language)), Samples.cancelledCall());

                if (occasion.isVoidOnceWithdrawn())
                    assertThat(letter.subject() + letter.text() + letter.html())
                            .contains(language == Language.DE ? "bleibt zurückgezogen" : "stays withdrawn")
                            .contains(language == Language.DE ? "betrifft Sie nicht mehr" : "no longer concerns you")
                            .contains(letter.link(), "BSP-7Q4M-2K")
                            .doesNotContain(
                                    "reserviert", "reserved", "gilt weiter", "still valid", "02.03.2026", "{0}");
                else
                    assertThat(letter)
                            .isEqualTo(letters.write(
                                    occasion, Samples.recipient(SULE, person(language)), Samples.cancelledCall()));
            }
    }

    @Test
    void namesToWhoHasWithdrawnWhatItWas() {
        assertThat(letters.write(Samples.ADMITTED, Samples.withdrawn(person(Language.DE)), Samples.call())
                        .text())
                .contains("„Zusage: Sie haben einen Platz“");
    }

    private static Person person(Language language) {
        return new Person("Şule", "sule@post.example", language);
    }

    @Test
    void isMarkedAsASampleOnlyIfItIsOne() {
        var letter = letters.write(Samples.ADMITTED, Samples.sule(), null);

        assertThat(write(Samples.ADMITTED, "Şule", Language.DE).subject()).startsWith("[Beispiel]");
        assertThat(write(Samples.ADMITTED, "Şule", Language.DE).text()).contains("gehört zu Beispieldaten");
        assertThat(letter.subject()).doesNotContain("[Beispiel]");
        assertThat(letter.text()).doesNotContain("gehört zu Beispieldaten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "[(${7*7})]",
                "[[${7*7}]]",
                "${7*7}"
            })
    void showsHostileNamesAsText(String name) {
        var letter = write(Samples.ADMITTED, name, Language.DE);

        assertThat(letter.html()).doesNotContain("<script", "<img", "49");
        assertThat(letter.text()).contains(name);
    }

    @Test
    void letsNoNameStartALineOfItsOwn() {
        var letter = write(Samples.ADMITTED, "Şule\r\n\r\nIhre Zusage ist ungültig", Language.DE);

        assertThat(letter.text()).contains("Guten Tag Şule Ihre Zusage ist ungültig,");
    }

    @ParameterizedTest
    @EnumSource
    void isMarkedWithItsLanguage(Language language) {
        assertThat(write(Samples.ADMITTED, "Şule", language).html())
                .contains("<html lang=\"" + language.locale().getLanguage() + "\"");
    }

    @Test
    void hasTheSameWordsInBothLanguages() throws Exception {
        assertThat(words("en").stringPropertyNames()).isEqualTo(words("de").stringPropertyNames());
    }

    private static Properties words(String language) throws Exception {
        var words = new Properties();
        words.load(ThymeleafLettersTest.class.getResourceAsStream("/mail/words_" + language + ".properties"));
        return words;
    }

    private Letter write(Occasion occasion, String name, Language language) {
        Recipient recipient = Samples.recipient(SULE, new Person(name, "sule@post.example", language));
        return letters.write(occasion, recipient, Samples.call());
    }
}
