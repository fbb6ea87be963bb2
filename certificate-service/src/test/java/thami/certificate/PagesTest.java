package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import thami.web.Links;

/// What verifiers and holders see, and what they must not.
class PagesTest extends WholeService {

    private static final String NAME = "Jürgen O'Brien <b>Groß</b>";

    @Autowired
    private Links links;

    @Test
    void aVerifierSeesThatItIsValidAndNoName() {
        var released = released(ready(NAME));
        var page = page("/verify/" + released.get("number").asString(), 200);

        assertThat(page)
                .contains(
                        "Dieses Zertifikat ist gültig",
                        released.get("number").asString(),
                        "ThürGUSVO",
                        "Stimmt der Name?")
                .doesNotContain("Groß", "Jürgen");
        assertThat(page("/verify/" + released.get("number").asString() + "?lang=en", 200))
                .contains("This certificate is valid");
    }

    @Test
    void anUnknownNumberIsA404ThatSaysSo() {
        var page = page("/verify/" + Story.NUMBER.grouped(), 404);
        assertThat(page).contains("Kein Zertifikat unter dieser Nummer").doesNotContain("Tippfehler");
        assertThat(page("/verify/AAAAAA-AAAAAA-AAAAAB", 404)).contains("Tippfehler");
    }

    @Test
    void aTypedNumberIsUnderstoodAndAMistypedOneIsTold() {
        http.get()
                .uri("/verify?number={n}", " " + Story.NUMBER.value().toLowerCase(java.util.Locale.ROOT))
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .valueEquals("Location", "/verify/" + Story.NUMBER.grouped());
        assertThat(page("/verify?number=<script>alert(1)</script>", 400))
                .contains("Tippfehler")
                .doesNotContain("<script>alert");
        assertThat(page("/verify?number=", 400)).contains("Geben Sie die Zertifikatsnummer ein");
        assertThat(page("/verify", 200)).contains("Zertifikat prüfen");
    }

    @Test
    void aHolderSeesAndDownloadsTheCertificateByTheLink() {
        var released = released(ready(NAME));
        var token = links.token(
                "certificate", UUID.fromString(released.get("certificateId").asString()), 1);

        assertThat(page("/certificate/" + token, 200))
                .contains("Guten Tag", "Jürgen", "&lt;b&gt;Groß", "/certificate/" + token + "/pdf")
                .doesNotContain("<b>Groß");
        http.get()
                .uri("/certificate/{token}/pdf", token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"Zertifikat-Jurgen-O-Brien-b-Gross-b.pdf\"")
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*");
    }

    @Test
    void whoeverHasAnotherLinkLearnsNothing() {
        var released = released(ready(NAME));
        var id = UUID.fromString(released.get("certificateId").asString());
        var worthless = java.util.List.of(
                links.token("status", id, 1),
                links.token("certificate", id, 2),
                links.token("certificate", UUID.randomUUID(), 1),
                "too-short",
                "a".repeat(48));
        var answers = worthless.stream()
                .map(token -> page("/certificate/" + token, 404).replace(token, "…"))
                .distinct()
                .toList();
        assertThat(answers).hasSize(1).allSatisfy(answer -> assertThat(answer).contains("Dieser Link gilt nicht"));
        worthless.forEach(token -> http.get()
                .uri("/certificate/{t}/pdf", token)
                .exchange()
                .expectStatus()
                .isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/staff/certificate", "/staff/certificate/entitlements/8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2a02"})
    void staffPagesAskToSignIn(String path) {
        http.get().uri(path).exchange().expectStatus().is3xxRedirection();
    }

    private String page(String path, int status) {
        return http.get()
                .uri(path.replace("<", "%3C").replace(">", "%3E"))
                .header("Accept", "text/html")
                .header("Accept-Language", path.contains("lang=en") ? "en" : "de")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
