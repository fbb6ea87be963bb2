package thami.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The files of this repository, for the tests that hold its parts together.
public final class RepositoryFiles {

    public static final List<String> SERVICES =
            List.of("registration-service", "cohort-service", "certificate-service", "notification-service");

    private static final Path ROOT = root();

    private RepositoryFiles() {}

    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its first document.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> yaml(Path file) {
        var documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text(file));
        return (Map<String, Object>) documents.iterator().next();
    }

    /// All files below a folder, in a stable order; none if there is no such folder.
    public static List<Path> below(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) return folder;
        }
        throw new IllegalStateException(
                "not inside the repository: " + Path.of("").toAbsolutePath());
    }
}
