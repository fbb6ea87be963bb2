package thami.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/// A store that runs on this machine though we did not start it: its processes take part, they are no strangers.
final class GivenStore {

    private static final String NAME = "store of others ";

    static Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.contains("postgres") || command.contains("mongod"))
                        .isPresent())
                .forEach(process -> pids.put(NAME + process.pid(), process.pid()));
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("Gateway"))
                        .isPresent())
                .forEach(process -> pids.put(NAME + process.pid(), process.pid()));
        return pids;
    }

    /// Whether that is one of its processes: they come and go with connections, and whoever began them has their time.
    static boolean mayEnd(String name) {
        return name.startsWith(NAME);
    }

    private GivenStore() {}
}
