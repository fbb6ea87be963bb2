package thami.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks whether something answers: `tcp:<port>`, or an HTTP address that must say 200.
final class Probe {

    private Probe() {}

    static boolean answers(String probe) {
        if (probe.startsWith("tcp:")) return Ports.answers(Integer.parseInt(probe.substring("tcp:".length())));
        try {
            var connection = (HttpURLConnection) URI.create(probe).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
