package thami.benchmarks;

import java.io.IOException;

/// What holds the side that is not being measured, so that its looking around costs the other nothing.
enum Signal {
    STOP("-STOP"),
    CONTINUE("-CONT");

    private final String option;

    Signal(String option) {
        this.option = option;
    }

    void to(long pid) {
        try {
            new ProcessBuilder("kill", option, String.valueOf(pid))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Refused("Processes cannot be held: 'kill' is missing on this machine.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
