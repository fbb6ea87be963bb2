package thami.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A JVM of ours that does what is measured: a line in its input is an order, the line `= name value …` its answer.
public final class Worker implements AutoCloseable {

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private Worker(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /// What it has to say beside its answers is said in our own error output.
    static Worker start(Children children, String name, List<String> jvmOptions, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main(), "worker", name));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(it -> it.startsWith("THAMI_") || it.startsWith("SPRING_"));
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        var worker = new Worker(name, children.start(builder));
        worker.answer(); // it is ready
        return worker;
    }

    /// The loader of Spring Boot where we run from our jar, else our own class.
    private static String main() {
        return System.getProperty("java.class.path").endsWith("-exec.jar")
                ? "org.springframework.boot.loader.launch.JarLauncher"
                : Bench.class.getName();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public long pid() {
        return process.pid();
    }

    public Map<String, Double> ask(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        return answer();
    }

    private Map<String, Double> answer() throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (!line.startsWith("=")) continue;
            var words = Arrays.asList(line.substring(1).strip().split("\\s+"));
            var figures = new HashMap<String, Double>();
            for (var i = 0; i + 1 < words.size(); i += 2) figures.put(words.get(i), Double.valueOf(words.get(i + 1)));
            return figures;
        }
        throw new IOException("%s ended: see what it said".formatted(name));
    }

    void hold() {
        Signal.STOP.to(pid());
    }

    void goOn() {
        Signal.CONTINUE.to(pid());
    }

    @Override
    public void close() {
        goOn();
        process.destroy();
    }

    /// The other side: reads orders until there are no more.
    public static void serve(Orders orders) throws Exception {
        var in = new BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("= ready 1");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var answer = new StringBuilder("=");
            orders.follow(line.strip().split("\\s+"))
                    .forEach((figure, value) ->
                            answer.append(' ').append(figure).append(' ').append(value));
            System.out.println(answer);
        }
    }

    @FunctionalInterface
    public interface Orders {
        Map<String, Double> follow(String[] words) throws Exception;
    }
}
