package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.Journal.Ending;

class LedgerTest {

    private @TempDir Path folder;
    private Path file;
    private Ledger ledger;

    @BeforeEach
    void open() {
        file = folder.resolve("ledger");
        ledger = new Ledger(file);
    }

    @Test
    void whatIsSentStandsThereBeforeItsAnswer() {
        var ending = ledger.sending(get("/api/candidates/1"));
        assertThat(file).content().contains("GET /api/candidates/1").doesNotContain("200");

        ending.ended(200);
        assertThat(file).content().contains("200");
    }

    @Test
    void aFileThatWasCutOffDoesNotSayThatTheRunHasEnded() throws Exception {
        ledger.sending(get("/api/candidates/1")).ended(200);
        assertThat(file).content().doesNotContain("the run has ended");

        ledger.close();
        assertThat(file).content().endsWith("the run has ended\n");
    }

    @Test
    void whatWasShownIsNotUnknownLater() throws Exception {
        ledger.sending(get("/api/candidates/1")).ended(404);
        var early = ledger.sending(get("/api/candidates/1"));
        ledger.sending(get("/api/candidates/1")).ended(200);
        early.ended(404); // it was asked before
        assertThatCode(ledger::assertNothingWasOurFault).doesNotThrowAnyException();

        Thread.sleep(2);
        ledger.sending(get("/api/candidates/1")).ended(404);
        assertThatThrownBy(ledger::assertNothingWasOurFault).hasMessageContaining("/api/candidates was there before");
    }

    @Test
    void anErrorOfOursIsOne() {
        ledger.sending(get("/api/candidates/1")).ended(500);

        assertThatThrownBy(ledger::assertNothingWasOurFault).hasMessageContaining("500");
    }

    @Test
    void silenceLastsFromWhatWasSentToWhateverIsAnswered() throws Exception {
        var sent = ledger.sending(get("/api/candidates/1"));
        Thread.sleep(1_100);
        sent.ended(Ending.UNKNOWN);
        assertThat(ledger)
                .hasToString("1 requests, 1 of them nobody knows how they ended; longest without an answer:"
                        + " /api/candidates, 1 s");

        ledger.sending(get("/api/candidates/2")).ended(200);
        assertThat(ledger).asString().contains("/api/candidates, 1 s");
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost" + path)).build();
    }
}
