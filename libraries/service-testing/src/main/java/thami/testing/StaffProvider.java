package thami.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An OpenID provider for tests: whoever was chosen with [#signingIn] is signed in at once, and bearer tokens of any
/// kind, sound or not, can be had.
public final class StaffProvider implements AutoCloseable {

    public static final String AUDIENCE = "thami-api";

    private final HttpServer server;
    private final ECKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile Person next = new Person("nobody", List.of());

    private StaffProvider(HttpServer server, ECKey key) {
        this.server = server;
        this.key = key;
    }

    public static StaffProvider start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyID("test")
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            var provider = new StaffProvider(server, key);
            server.createContext("/", provider::answer);
            server.start();
            return provider;
        } catch (IOException | JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// A member of staff. The subject is the name: two persons of one role are two subjects.
    public record Person(String subject, List<String> roles) {
        public static Person of(String subject, String... roles) {
            return new Person(subject, List.of(roles));
        }
    }

    /// Whoever is sent here to sign in next is this person.
    public void signingIn(Person person) {
        next = person;
    }

    /// An `Authorization` header of somebody with these roles.
    public String bearer(String... roles) {
        return bearer(new Person("staff-" + String.join("-", roles), Arrays.asList(roles)));
    }

    public String bearer(Person person) {
        return "Bearer " + token("at+jwt", AUDIENCE, person, Map.of());
    }

    /// Any token, for tests of what must be refused.
    ///
    /// @param changes claims that replace or add to the usual ones
    public String token(String type, String audience, Person person, Map<String, Object> changes) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(person.subject())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .jwtID(UUID.randomUUID().toString())
                .claim("name", person.subject() + " (Test)")
                .claim("roles", person.roles());
        changes.forEach(claims::claim);
        return signed(type, claims.build());
    }

    private String signed(String type, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(key.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, discovery());
                case "/oauth2/jwks" -> json(exchange, new JWKSet(key.toPublicJWK()).toJSONObject());
                case "/oauth2/authorize" -> authorize(exchange);
                case "/oauth2/token" -> token(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/oauth2/authorize",
                "token_endpoint", issuer() + "/oauth2/token",
                "jwks_uri", issuer() + "/oauth2/jwks",
                "end_session_endpoint", issuer() + "/connect/logout",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("ES256"),
                "code_challenge_methods_supported", List.of("S256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        var granted = new HashMap<>(asked);
        granted.put("subject", next.subject());
        granted.put("roles", String.join(" ", next.roles()));
        codes.put(code, granted);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asked.getOrDefault("state", ""), UTF_8));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var granted = codes.remove(asked.getOrDefault("code", ""));
        if (granted == null || !asked.containsKey("code_verifier")) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        var person = new Person(
                granted.getOrDefault("subject", ""),
                List.of(granted.getOrDefault("roles", "").split(" ")));
        var nonce = Map.<String, Object>of("nonce", granted.getOrDefault("nonce", ""));
        json(
                exchange,
                Map.of(
                        "access_token",
                        token("at+jwt", AUDIENCE, person, Map.of()),
                        "id_token",
                        token("JWT", granted.getOrDefault("client_id", ""), person, nonce),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        600));
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        if (encoded == null || encoded.isBlank()) return Map.of();
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8),
                        pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8),
                        (first, _) -> first));
    }

    private static void json(HttpExchange exchange, Object body) throws IOException {
        var bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
