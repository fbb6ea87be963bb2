package thami.certificate.pdf;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.Callable;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Keys to seal with, made for one run: EC P-256 in a PKCS#12 keystore, as the platform makes them, if nothing else is
/// said.
public final class SealKeys {

    public static final String PASSWORD = "only-for-this-run";
    public static final String SELF_SIGNED = selfSigned(Instant.now().plus(365, ChronoUnit.DAYS));

    private SealKeys() {}

    /// Base64 of a keystore whose certificate nobody else vouches for, valid until then.
    public static String selfSigned(Instant until) {
        try {
            var pair = pair();
            return keystore(pair, certificate("CN=Test", pair, "CN=Test", pair, until));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Base64 of a keystore whose certificate another one vouches for.
    public static String vouchedFor() {
        return vouchedFor(SealKeys::pair);
    }

    /// The same, but with keys, and so signatures and certificates, as long as they come.
    public static String longAndVouchedFor() {
        return vouchedFor(SealKeys::longPair);
    }

    private static String vouchedFor(Callable<KeyPair> pairs) {
        try {
            var until = Instant.now().plus(365, ChronoUnit.DAYS);
            var authority = pairs.call();
            var pair = pairs.call();
            return keystore(
                    pair,
                    certificate("CN=Siegel", pair, "CN=Authority", authority, until),
                    certificate("CN=Authority", authority, "CN=Authority", authority, until));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair longPair() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096);
        return generator.generateKeyPair();
    }

    private static KeyPair pair() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(String subject, KeyPair of, String issuer, KeyPair by, Instant until)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal(issuer),
                new BigInteger(64, new SecureRandom()),
                Date.from(until.minus(800, ChronoUnit.DAYS)),
                Date.from(until),
                new X500Principal(subject),
                of.getPublic());
        var isAuthority = subject.contains("Authority");
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(isAuthority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        var signer = new JcaContentSignerBuilder("SHA256with" + (by.getPrivate() instanceof RSAKey ? "RSA" : "ECDSA"))
                .build(by.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static String keystore(KeyPair pair, X509Certificate... chain) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("seal", pair.getPrivate(), PASSWORD.toCharArray(), chain);
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
