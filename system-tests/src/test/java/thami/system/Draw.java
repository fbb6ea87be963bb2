package thami.system;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import thami.system.Nemesis.Kind;

/// What breaks, in an order that a seed draws; nothing is drawn twice.
///
/// @param first what no run goes without, as much as three minutes hold, in any order: each window, and so a kill of
/// each service; a kill of one part of the platform; each other kind that is quick; one of the slow
/// @param then all the rest, in any order: each process that is left killed, terminated and frozen, and the other slow
/// kinds
record Draw(List<Blow> first, List<Blow> then) {

    /// @param target the process; nothing, where the kind finds its own
    record Blow(Kind kind, String target) {

        static Blow of(Kind kind) {
            return new Blow(kind, "");
        }
    }

    /// They take half a minute each.
    private static final Set<Kind> SLOW = EnumSet.of(Kind.KILL_ALL, Kind.SCALE, Kind.AHEAD, Kind.BEHIND);

    /// They come to each process.
    private static final Set<Kind> TO_EACH = EnumSet.of(Kind.KILL, Kind.TERMINATE, Kind.FREEZE);

    static Draw from(Random random, Collection<Kind> kinds, List<String> processes) {
        var first = new ArrayList<>(kinds.stream()
                .filter(not(SLOW::contains).and(not(TO_EACH::contains)))
                .map(Blow::of)
                .toList());
        var then = new ArrayList<>(
                kinds.stream().filter(SLOW::contains).map(Blow::of).toList());
        Collections.shuffle(then, random);
        first.add(then.removeFirst());
        for (var kind : TO_EACH) {
            var targets = new ArrayList<>(processes);
            Collections.shuffle(targets, random);
            // Windows kill the services: the first that is killed besides is a part of the platform.
            if (kind == Kind.KILL) targets.sort(comparing(RepositoryFiles.SERVICES::contains));
            first.add(new Blow(kind, targets.removeFirst()));
            for (var target : targets) then.add(new Blow(kind, target));
        }
        Collections.shuffle(first, random);
        Collections.shuffle(then, random);
        return new Draw(first, then);
    }

    List<Blow> all() {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
