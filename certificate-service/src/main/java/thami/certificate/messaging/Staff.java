package thami.certificate.messaging;

import thami.certificate.Actor;

/// A member of staff, as cohort's events name them.
record Staff(String issuer, String sub) {

    Actor actor() {
        return new Actor(issuer, sub);
    }
}
