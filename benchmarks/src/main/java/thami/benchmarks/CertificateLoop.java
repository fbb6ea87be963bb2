package thami.benchmarks;

import java.util.Map;

/// One thread that presses certificates and does nothing else.
final class CertificateLoop {

    private static final String[] NAMES = {
        "Łukasz Żółć-Muster",
        "Şule Beispiel",
        "Nguyễn Thị Ánh Probe",
        "Đorđe O'Beispiel",
        "Ελένη Δείγμα",
        "Олена Зразок"
    };

    static void serve() throws Exception {
        var press = Press.open(System.getenv());
        Worker.serve(words -> {
            var seconds = Double.parseDouble(words[1]);
            var before = ProcessorTime.of(ProcessHandle.current().pid());
            var began = System.nanoTime();
            var pressed = 0;
            var bytes = 0L;
            while ((System.nanoTime() - began) / 1e9 < seconds)
                bytes += press.press(NAMES[pressed++ % NAMES.length]).pdf().bytes().length;
            var passed = (System.nanoTime() - began) / 1e9;
            var used = (ProcessorTime.of(ProcessHandle.current().pid()) - before) / 1e3;
            return Map.of(
                    "per-second", pressed / passed,
                    "per-core-second", pressed / used,
                    "bytes", (double) bytes / pressed,
                    "pressed", (double) pressed);
        });
    }

    private CertificateLoop() {}
}
