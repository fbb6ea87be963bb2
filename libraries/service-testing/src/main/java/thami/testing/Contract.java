package thami.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// The published shape of one event: its JSON Schema in `contracts/`.
public final class Contract {

    private final String name;
    private final Schema schema;

    private Contract(String name, Schema schema) {
        this.name = name;
        this.schema = schema;
    }

    /// @param name folder and file, as in `registration/application-submitted.v1`
    public static Contract of(String name) {
        try {
            var schema = Files.readString(folder().resolve(name + ".schema.json"));
            return new Contract(
                    name,
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Fails unless the record is this event, with the headers and the data that the contract promises.
    public void validates(Received received) {
        var folderAndType = name.split("/", 2);
        assertThat(received.type()).isEqualTo("thami." + folderAndType[0] + "." + folderAndType[1]);
        assertThat(received.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_source", "urn:thami:" + folderAndType[0])
                .containsEntry("ce_subject", String.valueOf(received.key()))
                .containsEntry("ce_id", received.key() + ":" + received.sequence())
                .containsKeys("ce_time", "ce_dataschema");
        assertThat(schema.validate(String.valueOf(received.value()), InputFormat.JSON))
                .as("%s against its schema", name)
                .isEmpty();
    }

    static Path folder() {
        return Requirements.Repository.root().resolve("contracts");
    }

    /// The topic on which AsyncAPI announces this type.
    static String topicOf(String type) {
        try (var services = Files.list(folder())) {
            return services.filter(Files::isDirectory)
                    .flatMap(service -> topicIn(service.resolve("asyncapi.yaml"), type))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No AsyncAPI announces " + type));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Stream<String> topicIn(Path asyncApi, String type) {
        var document = map(read(asyncApi));
        var messages = map(map(document.get("components")).get("messages"));
        return map(document.get("channels")).values().stream()
                .map(Contract::map)
                .filter(channel -> map(channel.get("messages")).keySet().stream()
                        .anyMatch(message ->
                                type.equals(map(messages.get(message)).get("name"))))
                .map(channel -> String.valueOf(channel.get("address")));
    }

    private static Object read(Path yaml) {
        try {
            return new Yaml().load(Files.readString(yaml));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}
