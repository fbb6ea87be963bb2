package thami.certificate;

import java.util.random.RandomGenerator;

/// Numbers for tests outside the business.
public final class Numbers {

    private Numbers() {}

    public static CertificateNumber random(RandomGenerator random) {
        return CertificateNumber.random(random);
    }
}
