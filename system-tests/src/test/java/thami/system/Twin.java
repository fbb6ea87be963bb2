package thami.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/// Another process like one that runs: the same program, arguments and variables, but for what is changed.
record Twin(List<String> command, Map<String, String> variables) {

    static Twin of(ProcessHandle process) throws IOException {
        var folder = Path.of("/proc/" + process.pid());
        return new Twin(
                strings(folder.resolve("cmdline")),
                strings(folder.resolve("environ")).stream()
                        .map(variable -> variable.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    }

    private static List<String> strings(Path file) throws IOException {
        return Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
    }

    int port() {
        return Integer.parseInt(variables.get("SERVER_PORT"));
    }

    Twin with(Map<String, String> changed) {
        var all = new HashMap<>(variables);
        all.putAll(changed);
        return new Twin(command, Map.copyOf(all));
    }

    /// The same with these classes before those of the program; the cache of the JDK fits these no more.
    Twin with(Path classes) throws IOException {
        var jar = command.indexOf("-jar") + 1;
        String main;
        try (var program = new JarFile(command.get(jar))) {
            main = program.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
        var changed = new ArrayList<>(command);
        changed.set(jar - 1, "-cp");
        changed.set(jar, classes + ":" + command.get(jar));
        changed.add(jar + 1, main);
        changed.removeIf(option -> option.startsWith("-XX:AOTCache"));
        return new Twin(List.copyOf(changed), variables);
    }

    Process start(Path log) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder.start();
    }
}
