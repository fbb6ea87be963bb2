package thami.delivery;

import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// Stores every [Identifier] of a service as the bare UUID that it wraps.
final class Identifiers {

    private Identifiers() {}

    static List<GenericConverter> converters(Collection<String> packages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Identifier.class));
        return packages.stream()
                .flatMap(each -> scanner.findCandidateComponents(each).stream())
                .map(found -> converter(String.valueOf(found.getBeanClassName())))
                .toList();
    }

    private static GenericConverter converter(String type) {
        try {
            return new AsUuid(Class.forName(type));
        } catch (ReflectiveOperationException notAnIdentifier) {
            throw new IllegalStateException(type + " must be a record of one UUID", notAnIdentifier);
        }
    }

    private static final class AsUuid implements GenericConverter {

        private final Class<?> type;
        private final Constructor<?> constructor;

        AsUuid(Class<?> type) throws NoSuchMethodException {
            this.type = type;
            this.constructor = type.getDeclaredConstructor(UUID.class);
            constructor.setAccessible(true);
        }

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(type, UUID.class), new ConvertiblePair(UUID.class, type));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
            if (source instanceof Identifier identifier) return identifier.value();
            try {
                return source == null ? null : constructor.newInstance(source);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
