package thami.registration.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import thami.registration.ApplicationId;
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

    /// The confirmation shows the person's link; the next one at this computer should not find it.
    private static final Duration SENT = Duration.ofHours(1);

    static Optional<Draft> of(CallId call, HttpSession session) {
        return Optional.ofNullable((Draft) session.getAttribute(name(call)));
    }

    void keep(CallId call, HttpSession session) {
        session.setAttribute(name(call), this);
        keepFor(UNSENT, session);
    }

    Draft with(ApplicationForm form, String privacyNotice) {
        return new Draft(key, form, privacyNotice);
    }

    /// Remembers that it was sent, and forgets what it said: the next person at this computer starts anew.
    void forget(CallId call, HttpSession session) {
        session.setAttribute(name(call) + ".sent", key);
        session.removeAttribute(name(call));
        keepFor(SENT, session);
    }

    private static void keepFor(Duration idle, HttpSession session) {
        session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
    }

    /// The application that was last sent from this session.
    static Optional<ApplicationId> sent(CallId call, HttpSession session) {
        return Optional.ofNullable((UUID) session.getAttribute(name(call) + ".sent"))
                .map(ApplicationId::new);
    }

    private static String name(CallId call) {
        return "draft." + call.value();
    }
}
