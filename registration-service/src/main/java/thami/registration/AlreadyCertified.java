package thami.registration;

/// An application cannot be withdrawn once its certificate is issued.
public final class AlreadyCertified extends RuntimeException {

    AlreadyCertified(ApplicationId application) {
        super(application.toString());
    }
}
