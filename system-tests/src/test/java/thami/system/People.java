package thami.system;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import thami.launcher.demo.SamplePerson;

/// Sample people without end, each with a name and a mailbox that nobody else has.
final class People {

    private final UUID run = UUID.randomUUID();
    private final AtomicInteger count = new AtomicInteger();

    SamplePerson next() {
        var number = count.getAndIncrement();
        var sample = SamplePerson.ALL.get(number % SamplePerson.ALL.size());
        return new SamplePerson(
                sample.name() + " " + letters(number),
                "p%d.%s@example.org".formatted(number, run),
                sample.language(),
                sample.targetGroup());
    }

    /// Names have no digits.
    private static String letters(int number) {
        return new String(new char[] {
            (char) ('A' + number / 676 % 26), (char) ('a' + number / 26 % 26), (char) ('a' + number % 26)
        });
    }

    int count() {
        return count.get();
    }
}
