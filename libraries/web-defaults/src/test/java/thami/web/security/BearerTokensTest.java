package thami.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;
import thami.web.sample.Http;
import thami.web.sample.SampleTest;

@SampleTest
class BearerTokensTest {

    private static final Person ADA = Person.of("ada", "admissions");

    @Autowired
    StaffProvider provider;

    @LocalServerPort
    int port;

    @Test
    void sayWhoActsAndInWhichRoles() {
        var answer = me(provider.token("at+jwt", "thami-api", ADA, Map.of()));
        assertThat(answer)
                .startsWith("200")
                .contains("\"issuer\":\"" + provider.issuer(), "\"roles\":[\"admissions\"]");
    }

    @Test
    void needOneOfTheRolesThatTheTableNames() {
        assertThat(me(provider.token("at+jwt", "thami-api", Person.of("theo", "trainer"), Map.of())))
                .startsWith("403");
        assertThat(me(provider.token("at+jwt", "thami-api", Person.of("nora"), Map.of())))
                .startsWith("403");
    }

    @Test
    void areNotIdTokens() {
        assertThat(me(provider.token("JWT", "thami-api", ADA, Map.of()))).startsWith("401");
        assertThat(me(provider.token("JWT", "thami-sample", ADA, Map.of("nonce", "n"))))
                .startsWith("401");
    }

    @Test
    void areForUs() {
        assertThat(me(provider.token("at+jwt", "another-api", ADA, Map.of()))).startsWith("401");
    }

    @Test
    void areOfOurProvider() {
        assertThat(me(provider.token("at+jwt", "thami-api", ADA, Map.of("iss", "https://evil.example"))))
                .startsWith("401");
    }

    @Test
    void areNotOld() {
        var past = Date.from(Instant.now().minusSeconds(600));
        assertThat(me(provider.token("at+jwt", "thami-api", ADA, Map.of("exp", past))))
                .startsWith("401");
    }

    @Test
    void nameSomebody() {
        assertThat(me(provider.token("at+jwt", "thami-api", Person.of(""), Map.of())))
                .startsWith("401");
    }

    @Test
    void areSignedWithTheProvidersKeyAndNotWithASecretOrNothing() throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .subject("ada")
                .audience("thami-api")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("roles", List.of("admissions"))
                .build();
        var type = new JOSEObjectType("at+jwt");
        assertThat(me(new PlainJWT(new PlainHeader.Builder().type(type).build(), claims).serialize()))
                .startsWith("401");

        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(type)
                        .keyID("test")
                        .build(),
                claims);
        forged.sign(new MACSigner(new byte[32]));
        assertThat(me(forged.serialize())).startsWith("401");

        var token = provider.token("at+jwt", "thami-api", ADA, Map.of());
        assertThat(me(token.substring(0, token.length() - 4) + "AAAA")).startsWith("401");
        assertThat(me("nonsense")).startsWith("401");
    }

    @Test
    void areAskedForWithAProblemThatSaysNothingMore() {
        var http = new Http(port);
        var answer = http.send(http.to("/api/me"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"unauthorized\"");
    }

    private String me(String token) {
        var http = new Http(port);
        var answer = http.send(http.to("/api/me").header("Authorization", "Bearer " + token));
        return answer.statusCode() + " " + answer.body();
    }
}
