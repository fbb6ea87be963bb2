package thami.web.security;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import thami.web.PublicAddress;
import thami.web.ServiceName;

/// The OpenID provider, asked for its addresses when somebody first signs in: a service starts while it is down.
class Provider implements ClientRegistrationRepository {

    static final String ID = "thami";

    private final URI issuer;
    private final ServiceName service;
    private final PublicAddress address;
    private final @Nullable String secret;
    private volatile @Nullable ClientRegistration known;

    Provider(URI issuer, ServiceName service, PublicAddress address, @Nullable String secret) {
        this.issuer = issuer;
        this.service = service;
        this.address = address;
        this.secret = secret;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? registration() : null;
    }

    private ClientRegistration registration() {
        var registration = known;
        if (registration == null) {
            registration = discover();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration discover() {
        try {
            return ClientRegistrations.fromOidcIssuerLocation(issuer.toString())
                    .registrationId(ID)
                    .clientId("thami-" + service)
                    .clientSecret(secret)
                    .redirectUri(address.at(service.staffPath() + "/login/oauth2/code/" + ID)
                            .toString())
                    .scope(List.of("openid", "profile"))
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
        } catch (RuntimeException unreachable) {
            throw new AuthenticationServiceException("the OpenID provider does not answer", unreachable);
        }
    }
}
