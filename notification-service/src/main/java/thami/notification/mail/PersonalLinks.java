package thami.notification.mail;

import org.springframework.stereotype.Component;
import thami.notification.Occasion;
import thami.notification.Occasion.CertificateIssued;
import thami.notification.Recipient;
import thami.web.Links;
import thami.web.PublicAddress;

/// The link in a letter: the certificate's page if there is one, the person's status page otherwise.
@Component
class PersonalLinks {

    private static final String STATUS = "status";
    private static final String CERTIFICATE = "certificate";
    private static final int FIRST = 1; // links to certificates are not renewed yet

    private final Links links;
    private final PublicAddress address;

    PersonalLinks(Links links, PublicAddress address) {
        this.links = links.requiring(STATUS, CERTIFICATE);
        this.address = address;
    }

    /// Where the secret is appended.
    String address(Occasion occasion) {
        var path = occasion instanceof CertificateIssued ? "/certificate/" : "/status/";
        return address.at(path).toString();
    }

    String secret(Occasion occasion, Recipient recipient) {
        return occasion instanceof CertificateIssued issued
                ? links.token(CERTIFICATE, issued.certificate().value(), FIRST)
                : links.token(STATUS, recipient.id().value(), recipient.linkGeneration());
    }
}
