package thami.cohort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.UuidCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import thami.cohort.intake.Candidate;
import thami.cohort.intake.Intake;
import thami.cohort.intake.StoredIntake;
import thami.cohort.participation.Participation;
import thami.cohort.participation.StoredParticipation;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.StoredCohort;

/// What is stored is a contract with every version to come: it is written as the examples say, and read from them. The
/// examples are never edited: a new shape is a new version with its own.
class StoredDocumentsTest {

    private static final UUID PERSON = UUID.fromString("8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2a02");
    private final MappingMongoConverter converter = InMemory.converter();

    enum Kind {
        COHORT(Cohort.class, 1),
        INTAKE(Intake.class, 2),
        CANDIDATE(Candidate.class, 1),
        PARTICIPATION(Participation.class, 2);

        private final Class<?> type;
        private final int latest;

        Kind(Class<?> type, int latest) {
            this.type = type;
            this.latest = latest;
        }

        Object sample() {
            return switch (this) {
                case COHORT -> StoredCohort.sample();
                case INTAKE -> StoredIntake.intake(PERSON);
                case CANDIDATE -> StoredIntake.candidate(PERSON);
                case PARTICIPATION -> StoredParticipation.sample(PERSON);
            };
        }

        Example latestExample() {
            return new Example(this, latest);
        }
    }

    record Example(Kind kind, int version) {

        Document document() throws IOException {
            return Document.parse(new ClassPathResource(file()).getContentAsString(UTF_8));
        }

        String file() {
            return "stored/" + kind.name().toLowerCase(Locale.ROOT) + ".v" + version + ".json";
        }
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAsItsLatestExampleSays(Kind kind) throws IOException {
        assertThat(json(written(kind.sample())))
                .isEqualTo(json(kind.latestExample().document()));
    }

    static Stream<Example> examples() {
        return Stream.of(Kind.values())
                .flatMap(kind -> IntStream.rangeClosed(1, kind.latest).mapToObj(version -> new Example(kind, version)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadFromItsExampleWithoutLosingAnything(Example example) throws IOException {
        var read = converter.read(example.kind.type, example.document());

        assertThat(json(written(read))).isEqualTo(json(example.document()));
    }

    private Document written(Object aggregate) {
        var document = new Document();
        converter.write(aggregate, document);
        return document;
    }

    private static String json(Document document) {
        var registry = CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new UuidCodec(UuidRepresentation.STANDARD)),
                com.mongodb.MongoClientSettings.getDefaultCodecRegistry());
        var settings = JsonWriterSettings.builder()
                .outputMode(JsonMode.RELAXED)
                .indent(true)
                .build();
        return document.toJson(settings, new DocumentCodec(registry));
    }

    /// Writes the examples of a new version, once.
    static void main(String[] folder) throws IOException {
        var test = new StoredDocumentsTest();
        for (var kind : Kind.values()) {
            var file = Path.of(folder[0]).resolve(kind.latestExample().file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, json(test.written(kind.sample())) + "\n");
        }
    }
}
