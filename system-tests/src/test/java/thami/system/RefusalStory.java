package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be started is refused before anything runs: one line that says what to do, and a code that is not 0.
class RefusalStory {

    private @TempDir Path folder;

    @Test
    void aTakenPortIsNamedWithTheVariableThatMovesIt() throws Exception {
        var system = ThamiSystem.at(folder);
        try (var _ = new ServerSocket(system.port("kafka"), 1, InetAddress.getLoopbackAddress())) {
            system.say("start").assertRefused("Port " + system.port("kafka"), "THAMI_PORT_KAFKA");
        }
        assertNothingRuns(system);
    }

    private static void assertNothingRuns(ThamiSystem system) throws Exception {
        assertThat(system.served()).isEmpty();
        assertThat(system.say("status", "--json").out().strip()).isIn("", "[]");
    }

    @Test
    void aFileWhereTheFolderShouldBe() throws Exception {
        var system = ThamiSystem.at(Files.writeString(folder.resolve("home"), "a file"));

        for (var command : new String[] {"start", "demo", "stop"}) {
            system.say(command).assertRefused(folder.resolve("home").toString(), "THAMI_HOME");
        }
        assertThat(folder.resolve("home")).hasContent("a file");
    }

    @Test
    void aFolderThatCannotBeWritten() throws Exception {
        try (var disk = SmallDisk.of(folder, 1)) {
            var system = ThamiSystem.at(Files.createDirectory(folder.resolve("home")));
            disk.makeReadOnly();

            system.say("start").assertRefused("Read-only", "THAMI_HOME");
        }
    }

    @Test
    void aDiskWithTooLittleSpace() throws Exception {
        try (var _ = SmallDisk.of(folder, 8)) {
            var system = ThamiSystem.at(folder.resolve("home"));

            system.say("start").assertRefused("is full", "MB are needed");
            assertNothingRuns(system);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thami", "mvnw"})
    void withoutAJdk25BothCommandsSayHowToGetOne(String command) throws Exception {
        SmallDisk.need(); // hides the JDKs of the machine
        var old = Files.createDirectories(folder.resolve("jdk-17/bin"));
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"17.0.12\"\n");
        assertThat(Files.writeString(old.resolve("javac"), "#!/bin/sh\n")
                        .toFile()
                        .setExecutable(true))
                .isTrue();

        var process = new ProcessBuilder(
                        "unshare",
                        "-m",
                        "sh",
                        "-c",
                        "for it in /usr/lib/jvm /opt; do [ ! -d $it ] || mount -t tmpfs none $it; done; \"$0\" --version",
                        RepositoryFiles.path(command).toString())
                .redirectErrorStream(true);
        process.environment().put("JAVA_HOME", old.getParent().toString());
        process.environment().put("HOME", folder.toString());
        process.environment().put("PATH", "/usr/bin:/bin");
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).as(said).isNotZero();
        assertThat(said.lines()).singleElement().asString().contains("JDK 25", "https://", "JAVA_HOME");
    }
}
