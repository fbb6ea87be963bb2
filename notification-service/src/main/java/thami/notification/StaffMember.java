package thami.notification;

/// Who did something, as their sign-in names them.
public record StaffMember(String issuer, String subject, String name) {}
