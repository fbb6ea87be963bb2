package thami.launcher.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The steps of the way from a call to a certificate.
///
/// Each step may be repeated, and is by itself when something does not answer: it asks first whether it has happened
/// already. So a step that returns has happened, whatever broke meanwhile.
public final class Story {

    /// Whoever may do everything in a small office, but not release what they decided on themselves.
    public static final String DEPUTY = "deputy";

    public static final String ADMISSIONS = "admissions";

    public static final String TRAINER = "trainer";

    /// A certificate that somebody has prepared already may be released by another.
    private static final Set<String> RELEASABLE = Set.of("READY", "PREPARED");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Addresses addresses;
    private final Api api;
    private final SignIn signIn;
    private final Clock clock;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Story(Addresses addresses, Api api, Clock clock) {
        this.addresses = addresses;
        this.api = api;
        this.signIn = new SignIn(addresses.issuer(), addresses.password());
        this.clock = clock;
    }

    /// A call that is open: the cohort, and its modules in order.
    public record Call(UUID id, List<UUID> modules) {}

    /// An accepted application; the status page is the link that only the applicant gets.
    public record Accepted(UUID id, String reference, String statusPage, SamplePerson person) {}

    /// A released certificate.
    public record Certificate(UUID id, String number, String verifyPage) {}

    // Course management

    public Call openCall(int seats) {
        var id = UUID.randomUUID();
        var modules = IntStream.range(0, SampleCohort.MODULES.size())
                .mapToObj(_ -> UUID.randomUUID())
                .toList();
        var today = LocalDate.now(clock.withZone(BERLIN));
        var plan = SampleCohort.plan(modules, seats, today, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var key = Map.of("Idempotency-Key", id.toString());
        until(
                "the cohort is planned",
                () -> staffPost("course-management", "/api/cohorts", plan, key).isSuccess());
        until("the call is published", () -> {
            var status = staff("course-management", "/api/cohorts/" + id)
                    .body()
                    .path("status")
                    .asString("");
            if (status.equals("PUBLISHED") || status.equals("OPEN")) return true;
            return staffPost("course-management", "/api/cohorts/" + id + "/publication", Map.of(), Map.of())
                    .isSuccess();
        });
        until(
                "the call can be applied to",
                () -> api.get(addresses.at("/api/calls/" + id), null).isSuccess());
        return new Call(id, modules);
    }

    // Applicants

    public Accepted apply(UUID call, SamplePerson person, UUID key) {
        var body = Map.of(
                "callId", call,
                "name", person.name(),
                "email", person.email(),
                "language", person.language(),
                "targetGroup", person.targetGroup(),
                "privacyNoticeVersion", "sample");
        var answer = api.post(addresses.at("/api/applications"), null, body, Map.of("Idempotency-Key", key.toString()))
                .expect(201);
        return new Accepted(
                UUID.fromString(answer.get("id").asString()),
                answer.get("reference").asString(),
                answer.get("statusPage").asString(),
                person);
    }

    public void withdraw(Accepted application) {
        api.post(addresses.at(byLink(application) + "/withdrawal"), null, Map.of(), Map.of())
                .expect(200);
    }

    /// Waits until the link from the confirmation shows this status.
    public void awaitShown(Accepted application, String status) {
        until(
                "%s is shown as %s".formatted(application.reference(), status),
                () -> api.get(addresses.at(byLink(application)), null)
                        .body()
                        .path("status")
                        .asString("")
                        .equals(status));
    }

    /// Whether registration has an application under this key.
    public boolean isKept(UUID key) {
        return isThere("/api/applications/" + key);
    }

    /// Whether staff see it.
    public boolean isCandidate(UUID key) {
        return isThere("/api/candidates/" + key);
    }

    private boolean isThere(String path) {
        var answer = staff(ADMISSIONS, path);
        answer.expect(200, 404);
        return answer.isSuccess();
    }

    private static String byLink(Accepted application) {
        var token = application.statusPage().substring(application.statusPage().lastIndexOf('/') + 1);
        return "/api/applications/by-link/" + token;
    }

    // Admissions

    public void admit(Accepted application, String legalBasis) {
        admit(application, legalBasis, ADMISSIONS);
    }

    /// @param by who decides
    public void admit(Accepted application, String legalBasis, String by) {
        decide(
                by,
                application,
                "ADMITTED",
                "admission",
                Map.of("legalBasis", legalBasis, "reason", "Voraussetzungen belegt"));
    }

    /// @return whether there was a seat
    public boolean admitIfThereIsASeat(Accepted application, String legalBasis) {
        var candidate = "/api/candidates/" + application.id();
        var body = Map.of("legalBasis", legalBasis, "reason", "Voraussetzungen belegt");
        return api.await("%s is admitted, or no seat is left".formatted(application.reference()), () -> {
            var found = staff(ADMISSIONS, candidate);
            if (!found.isSuccess()) return Optional.empty(); // the application has not arrived yet
            if (found.body().path("status").asString("").equals("ADMITTED")) return Optional.of(true);
            var answer = staffPost(ADMISSIONS, candidate + "/admission", body, Map.of());
            return answer.body().path("type").asString("").endsWith("no-seat-left")
                    ? Optional.of(false)
                    : Optional.empty(); // what the record says counts
        });
    }

    public void waitlist(Accepted application) {
        decide(ADMISSIONS, application, "WAITLISTED", "waitlisting", Map.of("reason", "Zurzeit kein freier Platz"));
    }

    public void decline(Accepted application) {
        decide(ADMISSIONS, application, "DECLINED", "decline", Map.of("reason", "Gehört zu keiner der Zielgruppen"));
    }

    /// Takes back the last decision.
    public void undo(Accepted application) {
        decide(ADMISSIONS, application, "WAITING", "undo", Map.of("reason", "Angaben werden noch einmal geprüft"));
    }

    private void decide(String by, Accepted application, String standing, String action, Map<String, String> body) {
        var candidate = "/api/candidates/" + application.id();
        until("%s is %s".formatted(application.reference(), standing), () -> {
            var found = staff(by, candidate);
            if (!found.isSuccess()) return false; // the application has not arrived yet
            if (found.body().path("status").asString("").equals(standing)) return true;
            return staffPost(by, candidate + "/" + action, body, Map.of()).isSuccess();
        });
    }

    /// Waits until staff see this application so.
    public void awaitStanding(Accepted application, String standing) {
        until(
                "%s is %s".formatted(application.reference(), standing),
                () -> staff(ADMISSIONS, "/api/candidates/" + application.id())
                        .body()
                        .path("status")
                        .asString("")
                        .equals(standing));
    }

    // Trainers and course management

    /// How many applications staff see in this call.
    public int candidates(UUID cohort) {
        var first = "/api/candidates?limit=100&cohort=" + cohort;
        var page = staff(ADMISSIONS, first).expect(200);
        var found = page.get("items").size();
        while (page.has("next")) {
            page = staff(ADMISSIONS, first + "&after=" + page.get("next").asString())
                    .expect(200);
            found += page.get("items").size();
        }
        return found;
    }

    /// One module of one person.
    public void complete(Accepted application, UUID module) {
        complete(application, module, TRAINER);
    }

    /// @param by who records it
    public void complete(Accepted application, UUID module, String by) {
        var participation = "/api/participations/" + application.id();
        until("%s has completed %s".formatted(application.reference(), module), () -> {
            var found = staff(by, participation);
            if (!found.isSuccess()) return false;
            if (hasCompleted(found.body(), module)) return true;
            return staffPut(by, participation + "/modules/" + module, Map.of("completedOn", yesterday()))
                    .isSuccess();
        });
    }

    /// One module of many at once.
    public void complete(UUID cohort, UUID module, List<Accepted> applications) {
        var body =
                Map.of("participations", applications.stream().map(Accepted::id).toList(), "completedOn", yesterday());
        until("all have completed " + module, () -> {
            staffPost(
                    "course-management",
                    "/api/cohorts/%s/modules/%s/completions".formatted(cohort, module),
                    body,
                    Map.of());
            return applications.stream()
                    .map(it -> staff("course-management", "/api/participations/" + it.id()))
                    .allMatch(found -> found.isSuccess() && hasCompleted(found.body(), module));
        });
    }

    private static boolean hasCompleted(JsonNode participation, UUID module) {
        for (var one : participation.path("modules")) {
            if (one.path("id").asString("").equals(module.toString())) return one.has("completedOn");
        }
        return false;
    }

    // Certification

    /// Titles of what is still missing, once the certificate's side knows this participation.
    public List<String> missing(Accepted application, int expected) {
        return api.await(
                "%d missing of %s".formatted(expected, application.reference()),
                () -> Optional.of(staff("certification", "/api/entitlements/" + application.id()))
                        .filter(Api.Answer::isSuccess)
                        .map(found -> found.body().path("missing"))
                        .filter(missing -> missing.size() == expected)
                        .map(missing -> missing.valueStream()
                                .map(it -> it.path("title").path("de").asString(it.toString()))
                                .toList()));
    }

    public Certificate release(Accepted application) {
        var entitlement = "/api/entitlements/" + application.id();
        return api.await("the certificate of " + application.reference(), () -> {
            var found = staff("certification", entitlement);
            if (!found.isSuccess()) return Optional.empty();
            var released = found.body().path("release");
            if (released.has("number")) return Optional.of(certificate(released));
            if (!RELEASABLE.contains(found.body().path("state").asString(""))) return Optional.empty();
            var preview = staffPost("certification", entitlement + "/preview", Map.of(), Map.of());
            if (preview.isSuccess()) {
                staffPost(
                        "certification",
                        entitlement + "/release",
                        Map.of("sha256", preview.body().get("sha256").asString()),
                        Map.of());
            }
            return Optional.empty(); // what the record says counts
        });
    }

    /// @return whether this person, who looks at the certificate that is ready, may not release it
    public boolean isRefusedToRelease(Accepted application, String by) {
        var entitlement = "/api/entitlements/" + application.id();
        return api.await("the answer to a release of " + application.reference(), () -> {
            var found = staff(by, entitlement).body();
            if (found.path("release").has("number")) return Optional.of(false);
            var preview = staffPost(by, entitlement + "/preview", Map.of(), Map.of());
            if (!preview.isSuccess()) return Optional.empty(); // not ready yet
            var answer = staffPost(
                    by,
                    entitlement + "/release",
                    Map.of("sha256", preview.body().get("sha256").asString()),
                    Map.of());
            return answer.status() == 403 ? Optional.of(true) : Optional.empty(); // what the record says counts
        });
    }

    private Certificate certificate(JsonNode released) {
        var number = released.get("number").asString();
        return new Certificate(
                UUID.fromString(released.get("certificateId").asString()),
                number,
                addresses.publicUrl() + "/verify/" + number);
    }

    /// Whether anybody who has the number is told that it is valid.
    public boolean isValid(Certificate certificate) {
        var verified = api.get(addresses.at("/api/certificates/verify/" + certificate.number()), null);
        return verified.isSuccess()
                && verified.body().path("status").asString("").equalsIgnoreCase("valid");
    }

    // Mail

    /// The mails to this person so far, once there are as many as expected.
    public List<JsonNode> mails(SamplePerson person, int expected) {
        return api.await("%d mails to %s".formatted(expected, person.email()), () -> {
            var found = mails(person);
            return found.size() >= expected ? Optional.of(found) : Optional.empty();
        });
    }

    /// All mails to this person so far, the newest first.
    public List<JsonNode> mails(SamplePerson person) {
        var to = java.net.URLEncoder.encode(person.email(), java.nio.charset.StandardCharsets.UTF_8);
        return api.get(addresses.inInbox("/api/messages?to=" + to), null)
                .expect(200)
                .get("items")
                .valueStream()
                .toList();
    }

    // Operations

    /// The records that this service put aside.
    public List<JsonNode> deadLetters(String service) {
        return staff("operations", "/api/%s/dead-letters".formatted(service))
                .expect(200)
                .get("items")
                .valueStream()
                .toList();
    }

    /// Hands a record that was put aside to the service once more, with other data.
    public void replay(String service, String deadLetter, Object data) {
        staffPost(
                        "operations",
                        "/api/%s/dead-letters/%s/replay".formatted(service, deadLetter),
                        Map.of("data", data),
                        Map.of())
                .expect(200);
    }

    // Staff

    /// A bearer token of this sample person.
    public String token(String user) {
        return tokens.computeIfAbsent(user, this::signIn);
    }

    private Api.Answer staff(String user, String path) {
        return withToken(user, token -> api.get(addresses.at(path), token));
    }

    private Api.Answer staffPost(String user, String path, Object body, Map<String, String> headers) {
        return withToken(user, token -> api.post(addresses.at(path), token, body, new HashMap<>(headers)));
    }

    private Api.Answer staffPut(String user, String path, Object body) {
        return withToken(user, token -> api.put(addresses.at(path), token, body));
    }

    /// Signs in when needed; a token that is refused is thrown away and asked for anew, once.
    private Api.Answer withToken(String user, java.util.function.Function<String, Api.Answer> request) {
        var answer = request.apply(tokens.computeIfAbsent(user, this::signIn));
        if (answer.status() != 401) return answer;
        tokens.remove(user);
        return request.apply(tokens.computeIfAbsent(user, this::signIn));
    }

    private String signIn(String user) {
        return api.await("sign-in of " + user, () -> {
            try {
                return Optional.of(signIn.as(user));
            } catch (IOException notNow) {
                return Optional.empty();
            }
        });
    }

    private void until(String what, java.util.function.BooleanSupplier done) {
        api.await(what, () -> done.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private String yesterday() {
        return LocalDate.now(clock.withZone(BERLIN)).minusDays(1).toString();
    }
}
