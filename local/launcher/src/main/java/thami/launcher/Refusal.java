package thami.launcher;

/// Why a command cannot be done, and what to do about it, in one line.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String line) {
        super(line);
    }
}
