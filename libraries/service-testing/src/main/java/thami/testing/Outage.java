package thami.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/// What somebody is told who asks while the store is away.
public final class Outage {

    private Outage() {}

    /// That it is an outage, and when to come again. All ask at once: each waits for as long as the driver does.
    ///
    /// @return the bodies of the answers
    public static List<String> assertUnavailable(List<? extends Callable<ResponseSpec>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bodies = new ArrayList<String>();
            for (var answer : threads.invokeAll(requests)) bodies.add(bodyOfUnavailable(answer.get()));
            return bodies;
        }
    }

    private static String bodyOfUnavailable(ResponseSpec answer) {
        var body = answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }
}
