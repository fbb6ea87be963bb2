package thami.cohort;

/// The member of staff who acted: issuer and subject together name the person, the role says in what capacity.
///
/// @param name as the sign-in gave it that day; for readers of the history, never for comparison
public record StaffMember(String issuer, String subject, String name, String role) {

    public boolean isSamePersonAs(StaffMember other) {
        return issuer.equals(other.issuer) && subject.equals(other.subject);
    }
}
