package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import thami.launcher.demo.Story;
import thami.system.SlowRequest.Answer;

/// SIGTERM to all services at once, each with requests of two kinds: some that it has begun, and a stream of new ones.
record Termination(ThamiSystem system, Story story, UUID call) {

    private static final int SECONDS = 20;

    /// Takes a while on purpose: its second half is sent after the signal.
    private record InFlight(String service, String user, String path, String headers, String body, int expected) {}

    private record Read(String service, String user, String path) {}

    void assertClean() throws Exception {
        var stop = new AtomicBoolean();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        // Before anything is in flight: to ask takes a while, and a sender may be slow for ten seconds only.
        var processes = new ArrayList<ProcessHandle>();
        for (var service : RepositoryFiles.SERVICES) processes.add(system.process(service));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var read : reads()) {
                var token = bearer(read.user);
                for (var i = 0; i < 2; i++) threads.submit(() -> readOn(read, token, stop, answers));
            }
            var begun = new ArrayList<SlowRequest>();
            for (var one : inFlight()) begun.add(begin(one));
            var before = System.nanoTime();
            processes.forEach(ProcessHandle::destroy);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // by then each has begun to end

            for (var i = 0; i < begun.size(); i++) {
                var answer = begun.get(i).finish();
                begun.get(i).close();
                assertThat(answer)
                        .as(inFlight().get(i).path)
                        .isEqualTo(new Answer(inFlight().get(i).expected, true));
            }
            for (var process : processes) process.onExit().get(SECONDS, TimeUnit.SECONDS);
            System.out.printf(
                    "SIGTERM under load: %d requests in flight finished, all services ended after %.1f s%n",
                    begun.size(), (System.nanoTime() - before) / 1e9);
            stop.set(true);
        }
        assertThat(answers.stream().filter(Answer::whole).count()).isPositive();
        assertThat(answers).noneMatch(Answer::isCut);
    }

    private static void readOn(Read read, String token, AtomicBoolean stop, Queue<Answer> answers, int port) {
        while (!stop.get()) {
            var answer = SlowRequest.get(port, read.path, token);
            answers.add(answer);
            if (answer.status() == 0) return; // refused: it does not listen any more
        }
    }

    private void readOn(Read read, String token, AtomicBoolean stop, Queue<Answer> answers) {
        readOn(read, token, stop, answers, system.port(read.service));
    }

    private SlowRequest begin(InFlight one) throws Exception {
        var headers = "Content-Type: application/json\r\n" + one.headers + bearer(one.user);
        return SlowRequest.begin(system.port(one.service), "POST", one.path, headers, one.body);
    }

    private String bearer(String user) {
        return user.isEmpty() ? "" : "Authorization: Bearer %s\r\n".formatted(story.token(user));
    }

    private List<Read> reads() {
        return List.of(
                new Read("registration", "", "/api/calls"),
                new Read("cohort", "admissions", "/api/candidates?cohort=" + call),
                new Read("certificate", "certification", "/api/entitlements"),
                new Read("notification", "admissions", "/api/notifications"));
    }

    /// One of each service that is written to the store or, about something unknown, looked up there.
    private List<InFlight> inFlight() {
        var unknown = new UUID(0, 1);
        return List.of(
                new InFlight(
                        "registration",
                        "",
                        "/api/applications",
                        "Idempotency-Key: %s\r\n".formatted(call),
                        """
                        {"callId": "%s", "name": "Zoë Beispiel", "email": "zoe@example.org", "language": "de",
                         "targetGroup": "THUERGUSVO", "privacyNoticeVersion": "sample"}""".formatted(call),
                        201),
                new InFlight("cohort", "admissions", "/api/candidates/%s/decline".formatted(unknown), "", """
                        {"reason": "Gehört zu keiner der Zielgruppen"}""", 404),
                new InFlight(
                        "certificate",
                        "certification",
                        "/api/entitlements/%s/release".formatted(unknown),
                        "",
                        """
                        {"sha256": "%s"}""".formatted("0".repeat(64)),
                        404),
                new InFlight(
                        "notification", "admissions", "/api/notifications/%s/resend".formatted(unknown), "", """
                        {"reason": "Nicht angekommen"}""", 404));
    }
}
