package thami.system.compose;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static thami.system.RepositoryFiles.SERVICES;
import static thami.system.RepositoryFiles.path;
import static thami.system.RepositoryFiles.text;
import static thami.system.RepositoryFiles.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import thami.system.RepositoryFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// docker-compose.yml cannot be run without an engine; that everything it names exists can be checked.
class ComposeTest {

    static final List<String> NAMES = SERVICES;

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:?[-?])?");
    /// A row of the table of variables: name, who reads it.
    private static final Pattern DOCUMENTED =
            Pattern.compile("^\\| `([A-Z_]+)` \\|.*\\| ([a-z]+) \\|$", Pattern.MULTILINE);

    private static final Map<String, Container> CONTAINERS = containers("docker-compose.yml");
    private static final List<Route> ROUTES = routes();

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyServiceRunsOnItsOwnPortAndDatabase(String service) {
        var container = CONTAINERS.get(service);
        var settings = settingsOf(service);
        assertThat(container.image()).startsWith("thami/" + service + ":");
        assertThat(settings)
                .contains("${SERVER_PORT:%s}".formatted(container.environment().get("SERVER_PORT")))
                .contains("${THAMI_MONGODB_DATABASE:%s}"
                        .formatted(container.environment().get("THAMI_MONGODB_DATABASE")));
        assertThat(container.volumes()).contains("./compose/secrets/" + service + ":/run/secrets/thami:ro");
        assertThat(container.volumes().stream().filter(volume -> volume.contains("secrets")))
                .hasSize(1);
        assertThat(String.valueOf(container.healthcheck().get("test")))
                .contains(container.environment().get("SERVER_PORT"));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyVariableOfAServiceIsReadByIt(String service) {
        var read = settingsOf(service)
                + text(path("libraries/event-delivery/src/main/resources/event-delivery.yaml"))
                + text(path("libraries/web-defaults/src/main/resources/web-defaults.yaml"));
        assertThat(CONTAINERS.get(service).environment().keySet())
                .allSatisfy(variable -> assertThat(read).contains("${" + variable + ":"));
    }

    /// The store's address holds a password here, so it is a secret.
    @ParameterizedTest
    @FieldSource("NAMES")
    void everyVariableOfTheDocumentReachesTheServiceThatReadsIt(String service) {
        assertThat(DOCUMENTED
                        .matcher(text(path("docs/operations.md")))
                        .results()
                        .filter(row ->
                                Set.of("all", service.replace("-service", "")).contains(row.group(2)))
                        .map(row -> row.group(1))
                        .filter(Predicate.not("THAMI_MONGODB_URI"::equals)))
                .contains("THAMI_PUBLIC_URL")
                .isSubsetOf(CONTAINERS.get(service).environment().keySet());
    }

    /// Else it would go on without the thread that found no memory, and nothing would start it again.
    @ParameterizedTest
    @ValueSource(strings = {"compose/service.Dockerfile", "local/launcher/src/main/java/thami/launcher/Component.java"})
    void whateverRunsOutOfMemoryEnds(String started) {
        assertThat(text(path(started))).contains("\"-XX:+ExitOnOutOfMemoryError\"");
    }

    @Test
    void everyVariableThatMustBeSetIsSetForATrialAndNoOther() {
        var needed = variables(text(path("docker-compose.yml")))
                .filter(match -> match.group(2) == null || match.group(2).endsWith("?"))
                .map(match -> match.group(1))
                .collect(toCollection(TreeSet::new));
        var known = variables(text(path("docker-compose.yml")))
                .map(match -> match.group(1))
                .collect(toSet());
        var set = text(path("compose/trial.env"))
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(toCollection(TreeSet::new));
        assertThat(set).containsAll(needed);
        assertThat(known).containsAll(set);
    }

    /// Else everybody on the way reads the links in the mails, and the password of the mail account.
    @Test
    void mailsAreEncryptedUnlessTheyStayOnThisMachine() {
        assertThat(CONTAINERS.get("notification-service").environment())
                .containsEntry("THAMI_MAIL_ENCRYPTION", "${THAMI_MAIL_ENCRYPTION:-STARTTLS}");
        assertThat(settingsOf("notification-service")).contains("${THAMI_MAIL_ENCRYPTION:STARTTLS}");
        assertThat(text(path("compose/trial.env")).lines())
                .contains("THAMI_SMTP=mailpit:1025", "THAMI_MAIL_ENCRYPTION=OFF");
    }

    @Test
    void operatorsFindEveryVariableAndSecretInTheirDocument() {
        var operations = text(path("docs/operations.md"));
        var variables = Stream.concat(
                variables(text(path("docker-compose.yml"))).map(match -> match.group(1)),
                SERVICES.stream().flatMap(service -> CONTAINERS.get(service).environment().keySet().stream()));
        assertThat(variables.collect(toSet()))
                .allSatisfy(variable -> assertThat(operations).contains("`" + variable + "`"));
        assertThat(secretFiles())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(operations).contains("`" + file + "`"));
    }

    @Test
    void everyContainerIsPinnedUnprivilegedAndWatched() {
        var all = new ArrayList<>(CONTAINERS.values());
        all.addAll(containers("compose/trial.yml").values().stream()
                .filter(container -> !container.image().isEmpty())
                .toList());
        assertThat(all).allSatisfy(container -> {
            assertThat(container.image()).matches("[^:]+:(?!latest)[^:]*[0-9].*");
            assertThat(container.user()).matches("[1-9][0-9]*:[0-9]+");
            assertThat(container.capabilitiesDropped()).containsExactly("ALL");
            assertThat(container.isDoneOnce() || !container.healthcheck().isEmpty())
                    .as("health check of " + container.image())
                    .isTrue();
        });
        assertThat(all.stream().map(Container::image).collect(toSet()).stream()
                        .map(image -> image.substring(0, image.lastIndexOf(':'))))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyMountedFileExistsOrIsGenerated() {
        var generated = Pattern.compile("\\./compose/secrets/.*");
        assertThat(Stream.of("docker-compose.yml", "compose/trial.yml")
                        .flatMap(file -> containers(file).values().stream())
                        .flatMap(container -> container.volumes().stream())
                        .map(volume -> volume.substring(0, volume.indexOf(':')))
                        .filter(source -> source.startsWith("."))
                        .filter(generated.asMatchPredicate().negate()))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(path(source)).exists());
    }

    @Test
    void everySecretIsGeneratedForItsServiceOnly() {
        var script = text(path("compose/secrets.sh"));
        assertThat(script).contains("services=(registration cohort certificate notification)");
        assertThat(text(path(".gitignore")).lines()).contains("compose/secrets/");
        assertThat(secretFiles())
                .containsExactlyInAnyOrder(
                        "spring.mongodb.uri",
                        "thami.kafka.password",
                        "thami.oidc.client-secret",
                        "thami.links.keys.status",
                        "thami.links.keys.certificate",
                        "thami.seal.keystore",
                        "thami.seal.password");
    }

    @Test
    void theDatabaseHasAUserForEachService() {
        var script = text(path("compose/mongodb/init.js"));
        assertThat(script).contains("[\"registration\", \"cohort\", \"certificate\", \"notification\"]");
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(CONTAINERS.get(service).environment())
                        .containsEntry("THAMI_MONGODB_DATABASE", "thami-" + service.replace("-service", "")));
    }

    @Test
    void everyPathOfTheRolesTableIsRoutedToItsService() {
        assertThat(text(path("docs/roles.csv")).lines().skip(1)).allSatisfy(line -> {
            var columns = line.split(",");
            assertThat(routed(columns[2])).as(line).startsWith(columns[0] + "-service:");
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /apply                             , registration-service:8081
            /apply/5b0a6a1e                    , registration-service:8081
            /status/some-token                 , registration-service:8081
            /imprint                           , registration-service:8081
            /privacy                           , registration-service:8081
            /accessibility                     , registration-service:8081
            /assets/registration/page.css      , registration-service:8081
            /staff/cohort/login/oauth2/code/thami , cohort-service:8082
            /verify/BEJSPZ-KE7Q4M-2K9TXY       , certificate-service:8083
            /certificate/some-token/pdf        , certificate-service:8083
            /staff/notification                , notification-service:8084
            /actuator/health                   ,
            /staff/cohort-old                  ,
            /v3/api-docs                       ,
            /error                             ,
            /applying                          ,
            """)
    void theEntranceRoutesByPathAndNothingElse(String path, String target) {
        assertThat(routed(path)).isEqualTo(target == null ? "" : target);
    }

    /// It knows neither the name nor the port that people reach it by.
    @Test
    void theEntranceRedirectsWithoutNamingAHost() {
        assertThat(text(path("compose/proxy/nginx.conf")).lines().takeWhile(line -> !line.contains("server {")))
                .anyMatch(line -> line.startsWith("  absolute_redirect off;"));
    }

    @Test
    void theEntranceKnowsTheServicesPorts() {
        assertThat(ROUTES.stream().map(Route::target).collect(toSet()))
                .isEqualTo(SERVICES.stream()
                        .map(service -> service + ":"
                                + CONTAINERS.get(service).environment().get("SERVER_PORT"))
                        .collect(toSet()));
    }

    @Test
    void theRealmHasAClientForEachServiceAndTheRolesOfTheTable() {
        var realm = json("compose/keycloak/thami-realm.json");
        assertThat(names(realm.at("/clients"), "clientId"))
                .containsExactlyInAnyOrder(
                        "thami-registration", "thami-cohort", "thami-certificate", "thami-notification", "thami-cli");
        assertThat(realm.at("/clients").values()).allSatisfy(client -> {
            var attributes = client.get("attributes");
            assertThat(attributes.get("pkce.code.challenge.method").asString()).isEqualTo("S256");
            assertThat(attributes.get("access.token.header.type.rfc9068").asString())
                    .isEqualTo("true");
            assertThat(client.at("/protocolMappers").toString())
                    .contains("\"included.custom.audience\":\"thami-api\"")
                    .contains("\"claim.name\":\"roles\"")
                    .contains("\"multivalued\":\"true\"");
        });
        assertThat(names(realm.at("/roles/realm"), "name")).containsAll(rolesInUse());
        assertThat(realm.has("users")).as("users belong to the demo").isFalse();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theRealmSendsStaffBackToTheirServiceOnly(String service) {
        var name = service.replace("-service", "");
        var client = json("compose/keycloak/thami-realm.json").at("/clients").values().stream()
                .filter(candidate -> candidate.get("clientId").asString().equals("thami-" + name))
                .findAny()
                .orElseThrow();
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        assertThat(client.get("redirectUris").values().stream().map(JsonNode::asString))
                .containsExactly("${THAMI_PUBLIC_URL}/staff/" + name + "/login/oauth2/code/thami");
        assertThat(client.get("secret").asString())
                .isEqualTo("${THAMI_CLIENT_SECRET_" + name.toUpperCase(Locale.ROOT) + "}");
    }

    @Test
    void sampleStaffHaveOneRoleEachAndNoPasswordInTheRepository() {
        var users = json("compose/keycloak/demo-users.json").at("/users").values();
        var realm = json("compose/keycloak/thami-realm.json");
        assertThat(users).allSatisfy(user -> {
            assertThat(user.get("firstName").asString()).isEqualTo("Beispiel");
            assertThat(user.at("/credentials/0/value").asString()).isEqualTo("@password@");
            assertThat(user.get("realmRoles")).hasSize(1);
        });
        assertThat(users.stream().map(user -> user.at("/realmRoles/0").asString()))
                .containsAll(names(realm.at("/roles/realm"), "name"));
    }

    private static Stream<MatchResult> variables(String text) {
        return text.lines()
                .filter(Predicate.not(line -> line.strip().startsWith("#")))
                .flatMap(line -> VARIABLE.matcher(line).results());
    }

    /// The file names that compose/secrets.sh writes into the services' folders: each a property.
    private static Set<String> secretFiles() {
        return Pattern.compile("put \"?(?:\\$service|[a-z]+)-service/([a-z.-]+)")
                .matcher(text(path("compose/secrets.sh")))
                .results()
                .map(match -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> rolesInUse() {
        return text(path("docs/roles.csv"))
                .lines()
                .skip(1)
                .flatMap(line -> Stream.of(line.split(",")[3].split(" ")))
                .filter(Predicate.not("public"::equals))
                .collect(toCollection(TreeSet::new));
    }

    private static String settingsOf(String service) {
        return text(path(service + "/src/main/resources/application.yaml"));
    }

    private static String routed(String path) {
        return ROUTES.stream()
                .filter(route -> route.pattern().matcher(path).find())
                .map(Route::target)
                .findFirst()
                .orElse("");
    }

    private static List<Route> routes() {
        return Pattern.compile("^\\s+~(\\S+)\\s+(\\S+:[0-9]+);$", Pattern.MULTILINE)
                .matcher(text(path("compose/proxy/nginx.conf")))
                .results()
                .map(match -> new Route(Pattern.compile(match.group(1)), match.group(2)))
                .toList();
    }

    private static JsonNode json(String file) {
        return JsonMapper.shared().readTree(text(path(file)));
    }

    private static List<String> names(JsonNode array, String field) {
        return array.values().stream()
                .map(element -> element.get(field).asString())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Container> containers(String file) {
        return ((Map<String, Map<String, Object>>)
                        yaml(RepositoryFiles.path(file)).get("services"))
                .entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> Container.of(entry.getValue())));
    }

    private record Route(Pattern pattern, String target) {}

    private record Container(
            String image,
            String user,
            List<String> capabilitiesDropped,
            Map<String, String> environment,
            List<String> volumes,
            Map<String, Object> healthcheck,
            boolean isDoneOnce) {

        @SuppressWarnings("unchecked")
        static Container of(Map<String, Object> yaml) {
            return new Container(
                    ((String) yaml.getOrDefault("image", "")).replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1"),
                    (String) yaml.getOrDefault("user", ""),
                    (List<String>) yaml.getOrDefault("cap_drop", List.of()),
                    ((Map<String, Object>) yaml.getOrDefault("environment", Map.of()))
                            .entrySet().stream()
                                    .collect(toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))),
                    (List<String>) yaml.getOrDefault("volumes", List.of()),
                    (Map<String, Object>) yaml.getOrDefault("healthcheck", Map.of()),
                    "on-failure".equals(yaml.get("restart")));
        }
    }
}
