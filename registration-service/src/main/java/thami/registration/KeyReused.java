package thami.registration;

/// The id of an application was used for another request.
public final class KeyReused extends RuntimeException {

    KeyReused(ApplicationId application) {
        super(application.toString());
    }
}
