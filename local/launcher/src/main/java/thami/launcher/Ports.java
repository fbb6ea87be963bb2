package thami.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// The port of each part; `THAMI_PORT_<PART>` moves it.
///
/// @param between where the services find a part that somebody stands before; `THAMI_VIA_<PART>` says so
public record Ports(Map<String, Integer> byPart, Map<String, Integer> between) {

    private static final List<String> PARTS_OF_SERVICES = List.of("kafka", "store", "smtp");

    private static final int FIRST_UNDISTURBED = 12_000;

    /// Where the usual range of Linux begins, nearly.
    private static final int END = 32_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    static Ports of(Map<String, String> environment) {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("entrance", 8080);
        ports.put("registration", 8081);
        ports.put("cohort", 8082);
        ports.put("certificate", 8083);
        ports.put("notification", 8084);
        ports.put("identity", 8090);
        ports.put("smtp", 1025);
        ports.put("inbox", 8025);
        ports.put("kafka", 9092);
        ports.put("store", 27017);
        ports.replaceAll((part, port) -> number(environment, variable(part)).orElse(port));
        var between = new HashMap<String, Integer>();
        for (var part : PARTS_OF_SERVICES) number(environment, via(part)).ifPresent(port -> between.put(part, port));
        return new Ports(Map.copyOf(ports), Map.copyOf(between));
    }

    /// Those of a system beside others, which nobody uses. Each is given once: its user may be between two starts.
    public static Ports free() {
        var ports = new HashMap<String, Integer>();
        for (var part : of(Map.of()).byPart.keySet()) ports.put(part, oneNobodyUses());
        return new Ports(Map.copyOf(ports), Map.of());
    }

    private static int oneNobodyUses() {
        var end = endOfUndisturbed();
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_UNDISTURBED, end);
            if (isFree(port) && GIVEN.add(port)) return port;
        }
    }

    /// Below those that the operating system gives to outgoing connections, one of which could take a port between its
    /// being found free and its being used. Linux says where they begin, the others begin later.
    private static int endOfUndisturbed() {
        try {
            var begin = Integer.parseInt(Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                    .strip()
                    .split("\\s+")[0]);
            return begin > FIRST_UNDISTURBED + 1_000 ? Math.min(begin, END) : END;
        } catch (IOException | NumberFormatException unknown) {
            return END;
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static Optional<Integer> number(Map<String, String> environment, String variable) {
        try {
            return Optional.ofNullable(environment.get(variable)).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new Refusal("%s must be a port, not '%s'.".formatted(variable, environment.get(variable)));
        }
    }

    public static String variable(String part) {
        return "THAMI_PORT_" + part.toUpperCase(Locale.ROOT);
    }

    public static String via(String part) {
        return "THAMI_VIA_" + part.toUpperCase(Locale.ROOT);
    }

    /// Where a service finds this part.
    int reached(String part) {
        return between.getOrDefault(part, of(part));
    }

    int of(String part) {
        var port = byPart.get(part);
        if (port == null) throw new IllegalArgumentException(part);
        return port;
    }

    static void refuseIfTaken(String part, int port) {
        if (isFree(port)) return;
        throw new Refusal("Port %d (%s) is taken by another program: stop that, or choose another port with %s=…"
                .formatted(port, part, variable(part)));
    }

    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
