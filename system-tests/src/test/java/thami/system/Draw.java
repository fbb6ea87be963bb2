package thami.system;

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
/// @param then all the rest, in any order: a kill of each process that is left, and the other slow kinds
record Draw(List<Blow> first, List<Blow> then) {

    /// @param target the process; of other kinds than a kill nothing, they find their own
    record Blow(Kind kind, String target) {

        static Blow of(Kind kind) {
            return new Blow(kind, "");
        }

        static Blow killing(String process) {
            return new Blow(Kind.KILL, process);
        }
    }

    /// They take half a minute each.
    private static final Set<Kind> SLOW = EnumSet.of(Kind.KILL_ALL, Kind.SCALE, Kind.CLOCK);

    static Draw from(Random random, Collection<Kind> kinds, List<String> processes) {
        var slow = shuffled(
                random, kinds.stream().filter(SLOW::contains).map(Blow::of).toList());
        var killed = shuffled(random, processes);
        var quick = kinds.stream()
                .filter(not(SLOW::contains))
                .filter(kind -> kind != Kind.KILL)
                .map(Blow::of);
        var part = killed.stream()
                .filter(not(RepositoryFiles.SERVICES::contains))
                .findFirst()
                .orElseThrow();
        killed.remove(part);
        var first = Stream.concat(quick, Stream.of(slow.removeFirst(), Blow.killing(part)));
        var then = Stream.concat(killed.stream().map(Blow::killing), slow.stream());
        return new Draw(shuffled(random, first.toList()), shuffled(random, then.toList()));
    }

    private static <T> List<T> shuffled(Random random, List<T> of) {
        var shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    List<Blow> all() {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
