package thami.delivery;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/// Binds the consumers on a thread of its own once the application is ready.
///
/// The binder asks the broker for partitions while it binds, for minutes when there is none: on the main thread that
/// would keep a service from starting, though applying needs no broker.
final class BindingInBackground extends InputBindingLifecycle {

    private boolean asked;
    private boolean ready;
    private @Nullable Thread worker;

    BindingInBackground(BindingService bindings, Map<String, Bindable> bindables) {
        super(bindings, bindables);
    }

    @Override
    public synchronized void start() {
        asked = true;
        if (ready && worker == null) bind();
    }

    synchronized void ready() {
        ready = true;
        if (asked && worker == null) bind();
    }

    private void bind() {
        worker = Thread.ofPlatform().daemon().name("binding").start(super::start);
    }

    @Override
    public synchronized void stop() {
        asked = false;
        if (worker != null) end(worker);
        worker = null;
        super.stop();
    }

    private static void end(Thread binding) {
        try {
            if (binding.join(Duration.ofMillis(100))) return;
            binding.interrupt();
            binding.join(Duration.ofSeconds(3));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return asked;
    }
}
