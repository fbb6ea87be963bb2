package thami.cohort.planning;

/// Which programme, in which version: `ThAMI` and `ThAMI plus` have rules of their own.
public record Programme(String code, String title) {}
