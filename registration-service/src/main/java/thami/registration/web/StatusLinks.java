package thami.registration.web;

import java.net.URI;
import org.springframework.stereotype.Component;
import thami.registration.Application;
import thami.registration.ApplicationId;
import thami.registration.Applications;
import thami.web.Links;
import thami.web.PublicAddress;

/// The links that open the status page of one application. No link is stored: it follows from the key, the
/// application and the generation.
@Component
class StatusLinks {

    private static final String PURPOSE = "status";

    private final Links links;
    private final PublicAddress address;
    private final Applications applications;

    StatusLinks(Links links, PublicAddress address, Applications applications) {
        this.links = links.requiring(PURPOSE);
        this.address = address;
        this.applications = applications;
    }

    URI to(Application application) {
        return address.at("/status/" + token(application));
    }

    String token(Application application) {
        return links.token(PURPOSE, application.id().value(), application.linkGeneration());
    }

    /// The application that this link opens.
    ///
    /// @throws UnknownLink if it is not one of ours, or its application is gone
    /// @throws ReplacedLink if a newer one was sent since
    Application open(String token) {
        var link = links.read(PURPOSE, token).orElseThrow(UnknownLink::new);
        var application = applications.findById(new ApplicationId(link.id())).orElseThrow(UnknownLink::new);
        if (application.linkGeneration() != link.generation()) throw new ReplacedLink();
        return application;
    }

    static final class UnknownLink extends RuntimeException {}

    static final class ReplacedLink extends RuntimeException {}
}
