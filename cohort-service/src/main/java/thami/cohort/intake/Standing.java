package thami.cohort.intake;

/// How things stand between one person and one cohort.
public enum Standing {
    WAITING,
    ADMITTED,
    WAITLISTED,
    DECLINED,
    WITHDRAWN
}
