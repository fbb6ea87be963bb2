package thami.cohort;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import thami.cohort.intake.CandidateId;
import thami.cohort.participation.ParticipationId;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.ModuleId;
import thami.delivery.Aggregate;
import thami.delivery.Identifier;

/// A collection that keeps documents as the store would: whoever reads gets a copy, whoever saves an old one is
/// refused.
public abstract class InMemory<T> {

    private final Class<T> type;
    private final Function<T, Identifier> id;
    private final Map<UUID, Document> documents = new LinkedHashMap<>();
    private final List<Object> announced = new ArrayList<>();
    private final Map<Object, Integer> alreadyAnnounced = new IdentityHashMap<>();
    private static final MappingMongoConverter CONVERTER = converter();

    protected InMemory(Class<T> type, Function<T, Identifier> id) {
        this.type = type;
        this.id = id;
    }

    public synchronized T save(T entity) {
        var stored = documents.get(id.apply(entity).value());
        var version = version(entity);
        if (stored != null && version == 0) throw new DuplicateKeyException("taken: " + id.apply(entity));
        if (version != (stored == null ? 0 : stored.getLong("version")))
            throw new OptimisticLockingFailureException("stale: " + id.apply(entity));
        setVersion(entity, version + 1);
        var document = new Document();
        CONVERTER.write(entity, document);
        documents.put(id.apply(entity).value(), document);
        announce(entity);
        return entity;
    }

    public Optional<T> findById(Identifier wanted) {
        return Optional.ofNullable(documents.get(wanted.value())).map(this::read);
    }

    protected List<T> find(Predicate<T> wanted) {
        return documents.values().stream().map(this::read).filter(wanted).toList();
    }

    /// What was announced since the start, in order.
    public List<Object> announced() {
        return List.copyOf(announced);
    }

    /// The documents without what counts the writes.
    public Map<UUID, Document> state() {
        var state = new LinkedHashMap<UUID, Document>();
        documents.forEach((id, document) -> {
            var copy = new Document(document);
            copy.keySet().removeAll(Set.of("version", "sequence", "outbox"));
            state.put(id, copy);
        });
        return state;
    }

    public static MappingMongoConverter converter() {
        var conversions = MongoCustomConversions.create(all -> all.useNativeDriverJavaTimeCodecs()
                .registerConverters(List.of(
                        new Ids<>(CohortId.class, CohortId::new),
                        new Ids<>(ModuleId.class, ModuleId::new),
                        new Ids<>(CandidateId.class, CandidateId::new),
                        new Ids<>(ParticipationId.class, ParticipationId::new))));
        var mappings = new MongoMappingContext();
        mappings.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        mappings.afterPropertiesSet();
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mappings);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return converter;
    }

    private T read(Document document) {
        return CONVERTER.read(type, document);
    }

    private void announce(T entity) {
        if (!(entity instanceof Aggregate<?> aggregate)) return;
        var raised = aggregate.raised();
        announced.addAll(raised.subList(alreadyAnnounced.getOrDefault(entity, 0), raised.size()));
        alreadyAnnounced.put(entity, raised.size());
    }

    private long version(T entity) {
        try {
            return versionField().getLong(entity);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void setVersion(T entity, long version) {
        try {
            versionField().setLong(entity, version);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Field versionField() {
        try {
            var owner = Aggregate.class.isAssignableFrom(type) ? Aggregate.class : type;
            var field = owner.getDeclaredField("version");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private record Ids<I extends Identifier>(Class<I> type, Function<UUID, I> make) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(type, UUID.class), new ConvertiblePair(UUID.class, type));
        }

        @Override
        public Object convert(Object source, TypeDescriptor from, TypeDescriptor to) {
            return source instanceof Identifier id ? id.value() : make.apply((UUID) source);
        }
    }
}
