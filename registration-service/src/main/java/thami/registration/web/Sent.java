package thami.registration.web;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import thami.registration.ApplicationId;
import thami.registration.CallId;

/// The applications that were sent from a session, one per call. The confirmation shows the person's link; the next
/// person at this computer should not find it, so it is shown for an hour, however long the session lasts.
///
/// Kept as values of Java alone, which every version of this service can read.
final class Sent {

    static final Duration SHOWN = Duration.ofHours(1);

    private static final String KEY = "sent.key.";
    private static final String AT = "sent.at.";

    private Sent() {}

    static void remember(CallId call, UUID key, HttpSession session, Instant now) {
        session.setAttribute(KEY + call.value(), key);
        session.setAttribute(AT + call.value(), now);
    }

    /// The application that was last sent to this call; forgotten after its hour.
    static Optional<ApplicationId> to(CallId call, HttpSession session, Instant now) {
        if (!(session.getAttribute(AT + call.value()) instanceof Instant at)) return Optional.empty();
        if (now.isBefore(at.plus(SHOWN)))
            return Optional.ofNullable((UUID) session.getAttribute(KEY + call.value()))
                    .map(ApplicationId::new);
        forget(call.value().toString(), session);
        return Optional.empty();
    }

    static void forgetAll(HttpSession session) {
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(KEY))
                .forEach(name -> forget(name.substring(KEY.length()), session));
    }

    private static void forget(String call, HttpSession session) {
        session.removeAttribute(KEY + call);
        session.removeAttribute(AT + call);
    }
}
