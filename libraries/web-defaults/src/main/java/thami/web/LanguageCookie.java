package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/// Keeps the language that was chosen by `?lang=` for the next page.
class LanguageCookie implements HandlerInterceptor {

    private final PublicAddress address;

    LanguageCookie(PublicAddress address) {
        this.address = address;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = Languages.known(Languages.parameter(request));
        if (chosen != null) response.addHeader(HttpHeaders.SET_COOKIE, cookie(chosen.getLanguage()));
        return true;
    }

    private String cookie(String language) {
        return ResponseCookie.from(Languages.COOKIE, language)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(address.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
