package thami.registration.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import thami.registration.CallId;

/// What somebody has filled in for one call and not sent yet. It lives in their session, with the id that the
/// application will have: however often it is sent, it is one application.
///
/// @param privacyNotice version of the privacy notice that was shown when it was filled in
record Draft(UUID key, ApplicationForm form, String privacyNotice) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /// Longer than the 20 hours from which on WCAG 2.2 (2.2.1) asks for no warning before answers are lost.
    private static final Duration UNSENT = Duration.ofHours(24);

    static Optional<Draft> of(CallId call, HttpSession session) {
        return Optional.ofNullable((Draft) session.getAttribute(name(call)));
    }

    /// Whoever begins a form may be the next person at this computer: what was sent before is not for them.
    void keep(CallId call, HttpSession session) {
        if (of(call, session).isEmpty()) Sent.forgetAll(session);
        session.setAttribute(name(call), this);
        keepFor(UNSENT, session);
    }

    /// Remembers that it was sent, and forgets what it said: the next person at this computer starts anew. Answers to
    /// another call that are still to be sent are kept as long as was promised.
    void forget(CallId call, HttpSession session, Instant now) {
        Sent.remember(call, key, session, now);
        session.removeAttribute(name(call));
        if (!holdsAny(session)) keepFor(Sent.SHOWN, session);
    }

    private static boolean holdsAny(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .map(session::getAttribute)
                .anyMatch(Draft.class::isInstance);
    }

    private static void keepFor(Duration idle, HttpSession session) {
        session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
    }

    private static String name(CallId call) {
        return "draft." + call.value();
    }
}
