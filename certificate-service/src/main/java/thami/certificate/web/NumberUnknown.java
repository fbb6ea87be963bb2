package thami.certificate.web;

/// No certificate bears this number.
final class NumberUnknown extends RuntimeException {

    private final boolean mistyped;

    NumberUnknown(boolean mistyped) {
        super("no certificate bears this number");
        this.mistyped = mistyped;
    }

    /// Whether the check character says that no certificate ever could.
    boolean isMistyped() {
        return mistyped;
    }
}
