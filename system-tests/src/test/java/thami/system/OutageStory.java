package thami.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.testing.Wire;

/// What people notice while something that all services need is away for a while: what can be done is done, the rest is
/// said to be an outage, and afterwards everything goes on without anybody's help.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageStory {

    /// Longer than a client waits, or a look at what was left behind takes.
    private static final Duration AWAY = Duration.ofSeconds(15);

    private static final Duration STALL = Duration.ofSeconds(30);

    private static final int THOUSANDS = 6_000;

    /// Applying does not wait for what it does not need.
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final People people = new People();
    private ThamiSystem system;
    private Story story;
    private Story.Call call;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        system = ThamiSystem.startOnWires(home);
        story = system.story(Duration.ofMinutes(2));
        call = story.openCall(20);
        apply(); // what comes first takes longer
    }

    @AfterAll
    void end() throws Exception {
        if (system != null) system.close();
    }

    @AfterEach
    void nothingWasPutAside() {
        for (var part : List.of("kafka", "smtp", "store")) system.wire(part).mend();
        for (var service : RepositoryFiles.SERVICES)
            assertThat(story.deadLetters(service.replace("-service", "")))
                    .as("dead letters of " + service)
                    .isEmpty();
    }

    @Test
    void withoutABrokerPeopleApplyAndAreHeardOfLater() {
        applyWhile(system.wire("kafka"), Wire::cut);
    }

    @Test
    void withABrokerThatHangsPeopleApplyAndAreHeardOfLater() {
        applyWhile(system.wire("kafka"), Wire::hang);
    }

    @Test
    void withoutAMailServerPeopleApplyAndAreToldLater() {
        applyWhile(system.wire("smtp"), Wire::cut);
    }

    private void applyWhile(Wire wire, Consumer<Wire> breaking) {
        breaking.accept(wire);
        var asked = System.nanoTime();
        var accepted = apply();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(AT_ONCE);
        LockSupport.parkNanos(AWAY.toNanos());
        if (wire == system.wire("kafka"))
            assertThat(deadLetters()).as("of a broker that is away").isEqualTo(503);
        wire.mend();

        story.awaitStanding(accepted, "WAITING");
        assertThat(story.mails(accepted.person(), 1)).hasSize(1);
    }

    @Test
    void aStoreThatStallsForHalfAMinuteIsAnOutageForAsLong() {
        var number = "9PJRHE-PY3AWS-Q3064X"; // of no certificate, which nobody can know now
        assertThat(status("/api/certificates/verify/" + number)).isEqualTo(404);
        var before = apply();

        var until = System.nanoTime() + STALL.toNanos();
        system.wire("store").hang();
        while (System.nanoTime() < until) {
            assertThat(status("/api/certificates/verify/" + number)).isEqualTo(503);
            assertThat(status("/api/calls/" + call.id())).isEqualTo(503);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        system.wire("store").mend();

        await().atMost(AT_ONCE.multipliedBy(4))
                .untilAsserted(() ->
                        assertThat(status("/api/certificates/verify/" + number)).isEqualTo(404));
        story.awaitStanding(before, "WAITING");
        var after = apply();
        story.awaitStanding(after, "WAITING");
        assertThat(story.mails(after.person(), 1)).hasSize(1);
    }

    @Test
    void aServiceThatRanOutOfFileHandlesGoesOnWhenTheyAreFree() throws Exception {
        var service = system.process("registration-service");
        var before = apply();
        Future<Accepted> waiting;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var _ = FileHandles.exhaust(service.pid(), system.port("registration"))) {
                waiting = threads.submit(this::apply);
                assertThat(isAnswered(system.port("registration")))
                        .as("a new connection has no handle")
                        .isFalse();
                LockSupport.parkNanos(AWAY.toNanos());
            }
            story.awaitStanding(before, "WAITING");
            story.awaitStanding(waiting.get(), "WAITING");
        }
        assertThat(system.process("registration-service").pid()).isEqualTo(service.pid());
        assertThat(isAnswered(system.port("registration"))).isTrue();
    }

    @Test
    void thousandsWhoBeginARequestAndDoNotEndItTakeNoMoreMemoryThanThereIs() throws Exception {
        var service = system.process("registration-service");
        var begun = new ArrayList<Socket>();
        try {
            var outside = 0; // one after the other: a busy machine lets somebody wait too
            for (var i = 0; i < THOUSANDS && outside < 5; i++) {
                var socket = begin(system.port("registration"));
                socket.ifPresent(begun::add);
                outside = socket.isPresent() ? 0 : outside + 1;
            }
            assertThat(begun.size()).as("let in, of %d", THOUSANDS).isBetween(300, THOUSANDS - 1);
            LockSupport.parkNanos(AT_ONCE.toNanos());
        } finally {
            for (var socket : begun) socket.close();
        }
        story.awaitStanding(apply(), "WAITING");
        assertThat(system.process("registration-service").pid()).isEqualTo(service.pid());
    }

    /// @return nothing if no more are let in
    private static Optional<Socket> begin(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.getOutputStream()
                    .write(("POST /api/applications HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 1000\r\nIdempotency-Key: "
                                    + UUID.randomUUID() + "\r\n\r\n{")
                            .getBytes(US_ASCII));
            return Optional.of(socket);
        } catch (SocketTimeoutException full) {
            socket.close();
            return Optional.empty();
        }
    }

    private static boolean isAnswered(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) AT_ONCE.toMillis());
            socket.getOutputStream()
                    .write("GET /api/calls HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException unanswered) {
            return false;
        }
    }

    private int deadLetters() {
        var bearer = "Bearer " + story.token("operations");
        return Http.get(system.address("/api/cohort/dead-letters"), "Authorization", bearer)
                .status();
    }

    private int status(String path) {
        return Http.get(system.address(path)).status();
    }

    private Accepted apply() {
        return story.apply(call.id(), people.next(), UUID.randomUUID());
    }
}
