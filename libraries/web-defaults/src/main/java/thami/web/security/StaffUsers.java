package thami.web.security;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import thami.web.SignedIn;

/// The person of an ID token, with the roles of its claim `roles`. The user-info endpoint is not asked: all we
/// need is in the token, signed.
class StaffUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var token = request.getIdToken();
        return new DefaultOidcUser(SignedIn.authorities(token.getClaims()), token);
    }
}
