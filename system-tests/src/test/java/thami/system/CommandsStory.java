package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thami.launcher.demo.SamplePerson;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands, told as the life of one system: it runs, is looked at, told to end, runs out of space, is stopped,
/// damaged and deleted. The order matters, as starting takes longest.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UUID run = UUID.randomUUID();
    private SmallDisk disk;
    private ThamiSystem system;
    private Story story;
    private Story.Call call;
    private Accepted accepted;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        if (SmallDisk.isPossible()) disk = SmallDisk.of(folder, 800);
        system = ThamiSystem.start(folder.resolve("home"));
        story = system.story(Duration.ofMinutes(2));
        call = story.openCall(5);
        accepted = story.apply(call.id(), person(0), UUID.randomUUID());
    }

    @AfterAll
    void end() throws Exception {
        if (system != null) system.close();
        if (disk != null) disk.close();
    }

    @Test
    @Order(1)
    void aSecondStartIsRefused() throws Exception {
        system.say("start").assertRefused("runs already", "./thami stop");
    }

    @Test
    @Order(1)
    void statusTellsNameProcessAddressAndStateOfEach() throws Exception {
        var said = system.say("status", "--json");

        assertThat(said.code()).as(said.out()).isZero();
        var processes = JSON.readTree(said.out());
        assertThat(processes.valueStream().map(it -> it.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(RepositoryFiles.SERVICES.stream(), Stream.of("platform"))
                                .toList());
        assertThat(processes.valueStream()).allSatisfy(it -> {
            assertThat(ProcessHandle.of(it.get("pid").asLong())).isPresent();
            assertThat(it.get("address").asString()).contains("127.0.0.1:");
            assertThat(it.get("state").asString()).isEqualTo("ready");
        });
        assertThat(system.say("status").out()).contains("registration-service", "ready", "together");
    }

    @Test
    @Order(1)
    void logsAreShownOfAllOrOfOne() throws Exception {
        assertThat(system.say("logs").out()).contains("cohort-service.log", "platform.log");
        assertThat(system.say("logs", "cohort").out())
                .contains("cohort-service.log", "INFO")
                .doesNotContain("platform.log");
        system.say("logs", "nonsense").assertRefused("nonsense", "cohort-service");
    }

    @Test
    @Order(1)
    void whatDoesNotExistIsNoCommandAndNoOption() throws Exception {
        assertThat(system.say("nonsense").code()).isNotZero();
        assertThat(system.say("nonsense").err()).contains("Usage");
        system.say("start", "--nonsense").assertRefused("--nonsense", "help");
    }

    @Test
    @Order(1)
    void resetWithoutAYesDeletesNothing() throws Exception {
        system.say("reset").assertRefused("Nothing was deleted");

        assertThat(system.say("status").code()).isZero();
    }

    @Test
    @Order(2)
    void thePlatformsPagesAreForEverybody() throws Exception {
        var mail = story.mails(accepted.person(), 1).getFirst().get("id").asString();
        var password = Files.readString(system.home().resolve("secrets/platform/thami.sample.password"));
        try (var browser = Browser.start()) {
            var pages = new PlatformPages(system, mail, password);
            pages.assertAccessible(browser);
            pages.assertSignInLeadsBack(browser);
        }
    }

    @Test
    @Order(3)
    void toldToEndUnderLoadEachServiceFinishesWhatItBegan() throws Exception {
        new Termination(system, story, call.id()).assertClean();

        assertThat(system.say("status").out()).contains("dead", "./thami start");
        system.restart();
        assertThat(system.say("status").code()).isZero();
    }

    @Test
    @Order(4)
    void onANearlyFullDiskWritingIsRefusedReadingGoesOnAndAllRecoversByItself() throws Exception {
        SmallDisk.need();
        var key = UUID.randomUUID();
        disk.fillBut(30);

        var refused = apply(key);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/api/calls/" + call.id()).statusCode()).isEqualTo(200);

        disk.free();
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(apply(key).statusCode()).isEqualTo(201));
        assertThat(system.say("status").code()).isZero();
    }

    @Test
    @Order(5)
    void aDiskFullToTheLastByteEndsTheBrokerWhichIsToldAndNothingIsLost() throws Exception {
        SmallDisk.need();
        disk.fill();

        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(state("platform")).isEqualTo("dead"));
        disk.free();
        system.restart();

        story.awaitStanding(accepted, "WAITING");
        assertThat(apply(UUID.randomUUID()).statusCode()).isEqualTo(201);
    }

    @Test
    @Order(6)
    void stopEndsEverything() throws Exception {
        var said = system.say("stop");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("registration-service stopped", "platform stopped");
        assertThat(system.served()).isEmpty();
        assertThat(system.say("status").code()).isNotZero();
        assertThat(JSON.readTree(system.say("status", "--json").out())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents/documents.mv", "kafka/meta.properties", "identity/signing-key.json"})
    @Order(7)
    void aDamagedStateIsToldInOneLineAndNothingIsLeftRunning(String file) throws Exception {
        var damaged = system.home().resolve("state").resolve(file);
        var whole = Files.readAllBytes(damaged);
        overwriteHead(damaged);
        try {
            system.say("start").assertRefused(damaged.getParent().getFileName().toString(), "./thami reset");
            assertThat(system.served()).isEmpty();
            assertThat(JSON.readTree(system.say("status", "--json").out())).isEmpty();
        } finally {
            Files.write(damaged, whole);
        }
    }

    @Test
    @Order(8)
    void resetDeletesWhatIsOursAndNothingElse() throws Exception {
        var others = Files.writeString(system.home().resolve("notes.txt"), "not ours");

        var said = system.say("reset", "--yes");

        assertThat(said.code()).as(said.err()).isZero();
        try (var left = Files.list(system.home())) {
            assertThat(left).containsExactly(others);
        }
    }

    @AfterEach
    void freeTheDisk() throws IOException {
        if (disk != null) disk.free();
    }

    private static void overwriteHead(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[(int) Math.min(8192, Files.size(file))]));
        }
    }

    private String state(String process) throws Exception {
        return JSON.readTree(system.say("status", "--json").out())
                .valueStream()
                .filter(it -> it.get("name").asString().equals(process))
                .map((JsonNode it) -> it.get("state").asString())
                .findFirst()
                .orElse("not there");
    }

    /// Once, without the patience of [Story].
    private HttpResponse<String> apply(UUID key) throws Exception {
        var body = """
                {"callId": "%s", "name": "Zoë Beispiel", "email": "zoe@example.org", "language": "de",
                 "targetGroup": "THUERGUSVO", "privacyNoticeVersion": "sample"}""".formatted(call.id());
        return send(request("/api/applications")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(system.port("entrance"), path)))
                .timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private SamplePerson person(int number) {
        return SamplePerson.ALL.get(number).inRun(run);
    }
}
