package thami.system;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import jdk.management.jfr.RemoteRecordingStream;

/// A running process of ours, asked by the JDK's own means, on the same machine and under the same account.
final class Jvm implements AutoCloseable {

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private Jvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    static Jvm of(ProcessHandle process) throws IOException, AttachNotSupportedException {
        var machine = VirtualMachine.attach(String.valueOf(process.pid()));
        try {
            return new Jvm(JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
        } finally {
            machine.detach();
        }
    }

    /// Bytes of all threads so far, ended ones too.
    long allocated() throws JMException, IOException {
        return (long) beans.getAttribute(new ObjectName("java.lang:type=Threading"), "TotalThreadAllocatedBytes");
    }

    /// How many requests of this kind its broker has taken so far, of whatever version.
    long requests(String kind) throws JMException, IOException {
        var count = 0L;
        var meters = new ObjectName("kafka.network:type=RequestMetrics,name=RequestsPerSec,request=" + kind + ",*");
        for (var meter : beans.queryNames(meters, null)) count += (long) beans.getAttribute(meter, "Count");
        return count;
    }

    /// Notes from now on each time that it makes the disk keep what was written (`fsync`, `fdatasync`).
    Syncs syncs() throws IOException {
        return new Syncs(new RemoteRecordingStream(beans));
    }

    static final class Syncs implements AutoCloseable {

        private final RemoteRecordingStream recording;
        private final List<String> files = new CopyOnWriteArrayList<>();

        private Syncs(RemoteRecordingStream recording) {
            this.recording = recording;
            recording.enable("jdk.FileForce").withoutThreshold().withoutStackTrace();
            recording.onEvent("jdk.FileForce", sync -> files.add(String.valueOf(sync.getString("path"))));
            recording.startAsync();
        }

        /// Ends it.
        ///
        /// @return the file of each
        List<String> stop() throws InterruptedException {
            recording.stop();
            recording.awaitTermination(Duration.ofSeconds(30));
            return List.copyOf(files);
        }

        @Override
        public void close() {
            recording.close();
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
