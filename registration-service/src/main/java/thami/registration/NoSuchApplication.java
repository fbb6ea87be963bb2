package thami.registration;

/// There is no such application.
public final class NoSuchApplication extends RuntimeException {

    NoSuchApplication(ApplicationId application) {
        super(application.toString());
    }
}
