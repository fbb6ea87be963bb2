package thami.system;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;

/// What the services allocate while something is done, again and again: the least of it, since everything else that
/// they do meanwhile only adds.
final class Allocating implements AutoCloseable {

    static final String KILOBYTES = " allocated (kB)";

    private final Map<String, Jvm> services = new LinkedHashMap<>();
    private final Map<String, Double> least = new TreeMap<>();

    static Allocating of(ThamiSystem system) throws Exception {
        var allocating = new Allocating();
        for (var service : RepositoryFiles.SERVICES) allocating.services.put(service, Jvm.of(system.process(service)));
        return allocating;
    }

    void during(Runnable done) throws JMException, IOException {
        var before = now();
        done.run();
        now().forEach((service, bytes) ->
                least.merge(service + KILOBYTES, (bytes - before.get(service)) / 1000.0, Math::min));
    }

    private Map<String, Long> now() throws JMException, IOException {
        var now = new TreeMap<String, Long>();
        for (var service : services.entrySet())
            now.put(service.getKey(), service.getValue().allocated());
        return now;
    }

    Map<String, Double> least() {
        return least;
    }

    @Override
    public void close() throws IOException {
        for (var service : services.values()) service.close();
    }
}
