package thami.cohort.participation;

import thami.cohort.StaffMember;

/// The person, by issuer and subject: what the rule of four eyes compares.
public record Recorder(String issuer, String subject) {

    static Recorder of(StaffMember member) {
        return new Recorder(member.issuer(), member.subject());
    }
}
