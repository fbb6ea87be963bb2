package thami.web;

import java.util.Set;

/// The member of staff who is signed in, or whose token came with the request. Take it as a controller's argument.
///
/// A person is `issuer` and `subject` together: a subject alone is unique only within its issuer, and a name may
/// change.
public record Staff(String issuer, String subject, String name, Set<String> roles) {

    public Staff {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /// Whether both are the same person, whatever roles they act in.
    public boolean isSamePersonAs(Staff other) {
        return issuer.equals(other.issuer) && subject.equals(other.subject);
    }
}
