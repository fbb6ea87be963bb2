package thami.launcher.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import thami.launcher.demo.Story.Accepted;
import thami.launcher.demo.Story.Call;

/// Tells the story with six sample people, and where each step can be seen.
public final class Demo {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Addresses addresses;
    private final Story story;
    private final long began = System.nanoTime();

    private Demo(Addresses addresses) {
        this.addresses = addresses;
        this.story = new Story(addresses, new Api(Duration.ofSeconds(60)), Clock.systemUTC());
    }

    public static void main(String[] arguments) {
        try {
            new Demo(Addresses.of(System.getenv())).tell();
        } catch (IllegalStateException e) {
            System.err.println("The demo stopped: " + e.getMessage());
            System.exit(1);
        }
    }

    private void tell() {
        OUT.println();
        var call = story.openCall(20);
        step("Course management opens a call", addresses.publicUrl() + "/apply/" + call.id());

        var people = apply(call);
        var admitted = decide(people);
        var complete = completeModules(call, admitted);

        for (var person : complete) {
            var certificate = story.release(person);
            step("A certificate for " + person.person().name(), certificate.verifyPage());
            if (!story.isValid(certificate)) throw new IllegalStateException(certificate.number() + " is not valid");
            var mail = story.mails(person.person(), 3).getFirst();
            step(
                    "  and a mail with its link: " + mail.get("subject").asString(),
                    addresses.inInbox("/messages/" + mail.get("id").asString()).toString());
        }
        OUT.printf("%nDone in %.1f s; everything keeps running. Staff areas: %s%n", seconds(), addresses.at("/staff"));
    }

    private List<Accepted> apply(Call call) {
        var run = UUID.randomUUID();
        var people = new ArrayList<Accepted>();
        for (var person : SamplePerson.ALL) {
            var accepted = story.apply(call.id(), person.inRun(run), UUID.randomUUID());
            if (people.isEmpty()) sayHowLongItTook();
            people.add(accepted);
            step("%s applies, reference %s".formatted(person.name(), accepted.reference()), accepted.statusPage());
        }
        people.forEach(person -> story.mails(person.person(), 1));
        step("Each gets a confirmation by mail", addresses.inbox());
        return people;
    }

    private void sayHowLongItTook() {
        var started = System.getenv("THAMI_STARTED");
        if (started == null) return;
        var seconds = (System.currentTimeMillis() - Long.parseLong(started)) / 1e3;
        OUT.printf("%n  The first application was accepted %.1f s after the start of the first process.%n%n", seconds);
    }

    /// Three are admitted; one waits, one is declined, one withdraws.
    private List<Accepted> decide(List<Accepted> people) {
        var admitted = people.subList(0, 3);
        for (var person : admitted) {
            story.admit(person, person.person().targetGroup().equals("THUERGUSVO") ? "A" : "B");
            step(
                    person.person().name() + " is admitted",
                    addresses.at("/staff/cohort").toString());
        }
        story.waitlist(people.get(3));
        step(
                people.get(3).person().name() + " gets a place on the waiting list",
                people.get(3).statusPage());
        story.decline(people.get(4));
        step(people.get(4).person().name() + " is declined", people.get(4).statusPage());
        story.withdraw(people.get(5));
        step(people.get(5).person().name() + " withdraws", people.get(5).statusPage());
        people.forEach(person -> story.mails(person.person(), 2));
        step("Each is told by mail", addresses.inbox());
        return admitted;
    }

    /// Two complete everything, the third all but the last module.
    private List<Accepted> completeModules(Call call, List<Accepted> admitted) {
        var all = call.modules().size();
        story.complete(admitted.getFirst(), call.modules().getFirst());
        step(
                "A trainer records one module of "
                        + admitted.getFirst().person().name(),
                addresses.at("/staff/cohort").toString());
        step(
                "  still missing: " + String.join(", ", story.missing(admitted.getFirst(), all - 1)),
                addresses.at("/staff/certificate").toString());
        for (var module : call.modules().subList(0, all - 1)) story.complete(call.id(), module, admitted);
        var complete = admitted.subList(0, 2);
        story.complete(call.id(), call.modules().getLast(), complete);
        step(
                "Course management records whole modules",
                addresses.at("/staff/cohort").toString());
        step(
                "%s still misses: %s"
                        .formatted(
                                admitted.get(2).person().name(), String.join(", ", story.missing(admitted.get(2), 1))),
                addresses.at("/staff/certificate").toString());
        complete.forEach(person -> story.missing(person, 0));
        return complete;
    }

    private void step(String what, String where) {
        OUT.printf("%6.1f s  %s%n          %s%n", seconds(), what, where);
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
