package thami.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The port of each part; `THAMI_PORT_<PART>` moves it.
record Ports(Map<String, Integer> byPart) {

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
        ports.replaceAll((part, port) -> {
            var moved = environment.get(variable(part));
            return moved == null ? port : number(part, moved);
        });
        return new Ports(Map.copyOf(ports));
    }

    private static int number(String part, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Refusal("%s must be a port, not '%s'.".formatted(variable(part), value));
        }
    }

    static String variable(String part) {
        return "THAMI_PORT_" + part.toUpperCase(Locale.ROOT);
    }

    int of(String part) {
        var port = byPart.get(part);
        if (port == null) throw new IllegalArgumentException(part);
        return port;
    }

    static void refuseIfTaken(String part, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new Refusal("Port %d (%s) is taken by another program: stop that, or choose another port with %s=…"
                    .formatted(port, part, variable(part)));
        }
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
