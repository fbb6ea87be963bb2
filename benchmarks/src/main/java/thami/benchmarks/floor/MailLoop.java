package thami.benchmarks.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thami.benchmarks.Worker;

/// Bare angus-mail: as many kept connections as notification-service has senders, and nothing else.
public final class MailLoop {

    private static final int SENDERS = 2;

    public static void serve() throws Exception {
        var posts = new ArrayList<Post>();
        for (var i = 0; i < SENDERS; i++) posts.add(Post.to(Objects.requireNonNull(System.getenv("THAMI_SMTP"))));
        Worker.serve(words -> send(posts, Integer.parseInt(words[1])));
    }

    private static Map<String, Double> send(List<Post> posts, int mails) throws Exception {
        var next = new AtomicInteger();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(posts.stream()
                    .<Callable<Void>>map(post -> () -> {
                        for (var number = next.getAndIncrement(); number < mails; number = next.getAndIncrement())
                            post.send(recipient(number), "Ihre Bewerbung ist eingegangen");
                        return null;
                    })
                    .toList());
            for (var one : all) one.get();
        }
        return Map.of("seconds", (System.nanoTime() - began) / 1e9);
    }

    /// To whom so many mails go.
    public static Stream<String> recipients(int mails) {
        return IntStream.range(0, mails).mapToObj(MailLoop::recipient);
    }

    private static String recipient(int number) {
        return "p." + number + "@example.org";
    }

    private MailLoop() {}
}
