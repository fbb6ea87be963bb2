package thami.certificate.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The classes of this program, and which services they provide, looked up once.
///
/// DSS and XMPBox ask for the provider of a service for every certificate; each time all jars would be searched.
final class KnownServices extends ClassLoader {

    private static final String SERVICES = "META-INF/services/";

    private final Map<String, List<URL>> providers = new ConcurrentHashMap<>();

    KnownServices() {
        super("known-services", KnownServices.class.getClassLoader());
    }

    /// Does this with our services in place of those the thread came with.
    <T> T with(Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(SERVICES)) return super.getResources(name);
        return Collections.enumeration(providers.computeIfAbsent(name, this::search));
    }

    private List<URL> search(String name) {
        try {
            return List.copyOf(Collections.list(super.getResources(name)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
