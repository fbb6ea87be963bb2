package thami.launcher.demo;

import java.net.http.HttpRequest;

/// Is told of every attempt before it is sent, and how it ended. Whoever has it knows what was promised.
public interface Journal {

    Journal NONE = _ -> _ -> {};

    /// @return who is to be told how it ended
    Ending sending(HttpRequest request);

    @FunctionalInterface
    interface Ending {

        /// Nobody knows whether it was done: a time-out, a reset, an answer of the proxy or an outage.
        int UNKNOWN = 0;

        void ended(int status);
    }
}
