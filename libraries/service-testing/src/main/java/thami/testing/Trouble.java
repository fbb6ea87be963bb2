package thami.testing;

import java.time.Duration;

/// How a connection is bad while it is neither cut nor hanging.
///
/// @param delay each message takes this much longer
/// @param bytesPerSecond what passes in each direction; 0 is no bound
/// @param slice how many bytes are written at a time; 0 is all of a message
/// @param limit after so many bytes in one direction the connection ends, wherever it is; 0 is never
/// @param lateClose how long one side hears nothing of it that the other has hung up
public record Trouble(Duration delay, int bytesPerSecond, int slice, long limit, Duration lateClose) {

    static final Trouble NONE = new Trouble(Duration.ZERO, 0, 0, 0, Duration.ZERO);

    public static Trouble delay(Duration delay) {
        return new Trouble(delay, 0, 0, 0, Duration.ZERO);
    }

    public static Trouble bandwidth(int bytesPerSecond) {
        return new Trouble(Duration.ZERO, bytesPerSecond, 1024, 0, Duration.ZERO);
    }

    public static Trouble slices(int bytes) {
        return new Trouble(Duration.ZERO, 0, bytes, 0, Duration.ZERO);
    }

    public static Trouble limit(long bytes) {
        return new Trouble(Duration.ZERO, 0, 0, bytes, Duration.ZERO);
    }

    public static Trouble lateClose(Duration lateClose) {
        return new Trouble(Duration.ZERO, 0, 0, 0, lateClose);
    }
}
