package thami.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for parts that nobody but us needs to find.
final class FreePorts {

    /// Below those that the system gives to outgoing connections: one of these could take a port between its being
    /// found free and its being used.
    static Map<String, Integer> of(List<String> parts) {
        var ports = new HashMap<String, Integer>();
        var random = ThreadLocalRandom.current();
        for (var part : parts) {
            var port = random.nextInt(12_000, 32_000);
            while (ports.containsValue(port) || !isFree(port)) port = random.nextInt(12_000, 32_000);
            ports.put(part, port);
        }
        return Map.copyOf(ports);
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private FreePorts() {}
}
