package thami.registration;

/// Which version of the qualification a cohort goes through.
public record Programme(String code, String title) {}
