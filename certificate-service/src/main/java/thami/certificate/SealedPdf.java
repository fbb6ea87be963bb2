package thami.certificate;

import java.util.Objects;

/// The sealed file of one certificate and what is needed to check it in ten years.
///
/// @param sha256 of the bytes, hexadecimal, lower case
/// @param keyId SHA-256 fingerprint of the sealing certificate
/// @param algorithm for instance `ECDSA with SHA256`
/// @param sealLevel for instance `PAdES-BASELINE-B`
/// @param testKey whether the file itself says that this is no seal under eIDAS
public record SealedPdf(
        byte[] bytes, String sha256, String keyId, String algorithm, String sealLevel, boolean testKey) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedPdf that
                && sha256.equals(that.sha256)
                && keyId.equals(that.keyId)
                && algorithm.equals(that.algorithm)
                && sealLevel.equals(that.sealLevel)
                && testKey == that.testKey;
    }

    @Override
    public int hashCode() {
        return Objects.hash(sha256, keyId);
    }

    @Override
    public String toString() {
        return "SealedPdf[" + bytes.length + " bytes, sha256=" + sha256 + "]";
    }
}
