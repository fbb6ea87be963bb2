package thami.registration.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
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

    static Optional<Draft> of(CallId call, HttpSession session) {
        return Optional.ofNullable((Draft) session.getAttribute(name(call)));
    }

    void keep(CallId call, HttpSession session) {
        session.setAttribute(name(call), this);
    }

    Draft with(ApplicationForm form, String privacyNotice) {
        return new Draft(key, form, privacyNotice);
    }

    /// Remembers that it was sent, and forgets what it said: the next person at this computer starts anew.
    void forget(CallId call, HttpSession session) {
        session.setAttribute(name(call) + ".sent", key);
        session.removeAttribute(name(call));
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
