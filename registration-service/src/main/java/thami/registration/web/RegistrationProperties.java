package thami.registration.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/// What the organisation that runs this must say itself.
///
/// @param privacyNoticeVersion of the privacy notice that the form shows; kept with every application
/// @param texts the folder with `imprint_de.md`, `imprint_en.md`, `privacy_…`, `accessibility_…`
@ConfigurationProperties("thami.registration")
record RegistrationProperties(
        @DefaultValue("1") String privacyNoticeVersion,
        @Nullable Resource texts) {}
