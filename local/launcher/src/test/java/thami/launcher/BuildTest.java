package thami.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    private static final Instant YESTERDAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final Component SERVICE = Component.ALL.getLast();

    private @TempDir Path root;
    private Path source;

    @BeforeEach
    void write() throws IOException {
        for (var shared : new String[] {"libraries", "contracts"}) Files.createDirectories(root.resolve(shared));
        source = root.resolve(SERVICE.module()).resolve("src/main/java/Service.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(SERVICE.jar(root).getParent());
        for (var file : new Path[] {root.resolve("pom.xml"), source}) {
            Files.writeString(file, "");
            Files.setLastModifiedTime(file, FileTime.from(YESTERDAY));
        }
    }

    @Test
    void aWholeJarIsCurrentUntilASourceIsNewer() throws Exception {
        jar("thami.Service");
        assertThat(new Build(root).isStale(SERVICE)).isFalse();

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(new Build(root).isStale(SERVICE)).isTrue();
    }

    @Test
    void theJarOfABuildThatWasCutOffBeforeItWasMadeToStartIsStale() throws Exception {
        jar("");

        assertThat(new Build(root).isStale(SERVICE)).isTrue();
    }

    @Test
    void aJarThatWasNotWrittenToItsEndIsStale() throws Exception {
        jar("thami.Service");
        var whole = Files.readAllBytes(SERVICE.jar(root));
        for (var length : new int[] {0, whole.length / 2, whole.length - 1}) {
            Files.write(SERVICE.jar(root), Arrays.copyOf(whole, length));

            assertThat(new Build(root).isStale(SERVICE)).as("%d bytes", length).isTrue();
        }
    }

    @Test
    void whatIsMissingIsStale() {
        assertThat(new Build(root).isStale(SERVICE)).isTrue();
    }

    private void jar(String startClass) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!startClass.isEmpty()) manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), startClass);
        try (var jar = new JarOutputStream(Files.newOutputStream(SERVICE.jar(root)), manifest)) {
            jar.putNextEntry(new ZipEntry("thami/Service.class"));
            jar.write(new byte[1000]);
        }
    }
}
