package thami.certificate.web;

import thami.certificate.Actor;
import thami.web.Staff;

/// Who is signed in, as the business knows people.
final class Actors {

    private Actors() {}

    static Actor of(Staff staff) {
        return new Actor(staff.issuer(), staff.subject());
    }
}
