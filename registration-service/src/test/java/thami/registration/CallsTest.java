package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.registration.Samples.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store of calls promises.
abstract class CallsTest {

    private static final Instant NOW = Instant.parse("2026-01-20T00:00:00Z");

    abstract Calls calls();

    @Test
    void listWhatCanBeAppliedToNowOrLaterByDeadline() {
        var late = announced("2026-03-01T00:00:00Z");
        var soon = announced("2026-02-01T00:00:00Z");
        var over = announced("2026-01-19T00:00:00Z");
        var unheardOf =
                calls().save(Call.unheardOf(new CallId(UUID.randomUUID()))).id();

        var listed = listed(100);
        assertThat(listed).containsSubsequence(soon, late).doesNotContain(over, unheardOf);
    }

    @Test
    void listEachOnceHoweverShortThePages() {
        Set<String> added = new TreeSet<>();
        for (int i = 0; i < 5; i++)
            added.add(announced("2026-04-01T00:00:00Z").value().toString());

        assertThat(listed(2).stream().map(id -> id.value().toString()).filter(added::contains))
                .containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void giveBackWhatWasSaved() {
        var id = announced("2026-05-01T00:00:00Z");

        var call = calls().announced(id).orElseThrow();
        assertThat(call.notice()).isEqualTo(notice(Instant.parse("2026-05-01T00:00:00Z")));
    }

    private CallId announced(String closesAt) {
        var call = Call.unheardOf(new CallId(UUID.randomUUID()));
        call.announce(notice(Instant.parse(closesAt)), 1);
        return calls().save(call).id();
    }

    /// All, page by page.
    private List<CallId> listed(int limit) {
        var all = new java.util.ArrayList<CallId>();
        var page = calls().current(NOW, Optional.empty(), limit);
        while (!page.isEmpty()) {
            page.forEach(call -> all.add(call.id()));
            page = calls().current(NOW, Optional.of(page.getLast()), limit);
        }
        return all;
    }
}
