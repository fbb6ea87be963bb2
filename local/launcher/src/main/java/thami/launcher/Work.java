package thami.launcher;

import java.io.IOException;

/// Something to do that may fail at files or be interrupted.
interface Work {
    void run() throws IOException, InterruptedException;
}
