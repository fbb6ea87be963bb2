package thami.certificate.pdf;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The key to seal with.
///
/// @param keystore PKCS#12 in base64, with one key and its certificate chain
/// @param password of the keystore and its key
@ConfigurationProperties("thami.seal")
record SealProperties(@Nullable String keystore, @Nullable String password) {}
