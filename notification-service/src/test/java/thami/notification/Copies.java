package thami.notification;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/// What a store does to documents: a loaded one shares nothing with the stored one, and a version guards the
/// write.
final class Copies<T> {

    private final Class<T> type;

    Copies(Class<T> type) {
        this.type = type;
    }

    T of(T original) {
        try {
            var copy = allocate();
            for (var field : fields()) field.set(copy, copied(field.get(original)));
            return copy;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void checkVersion(T saved, @Nullable T stored) {
        if (stored == null && version(saved) != 0) throw new OptimisticLockingFailureException("gone");
        if (stored != null && version(saved) == 0) throw new DuplicateKeyException("taken");
        if (stored != null && version(saved) != version(stored)) throw new OptimisticLockingFailureException("changed");
        setVersion(saved, version(saved) + 1);
    }

    @SuppressWarnings("unchecked")
    private T allocate() throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        var arguments = Stream.of(constructor.getParameterTypes())
                .map(each -> each == boolean.class ? (Object) false : each == long.class ? (Object) 0L : null)
                .toArray();
        return (T) constructor.newInstance(arguments);
    }

    private List<Field> fields() {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .peek(field -> field.setAccessible(true))
                .toList();
    }

    private static @Nullable Object copied(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : value;
    }

    private long version(T document) {
        try {
            return versionField().getLong(document);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void setVersion(T document, long version) {
        try {
            versionField().setLong(document, version);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Field versionField() throws NoSuchFieldException {
        var field = type.getDeclaredField("version");
        field.setAccessible(true);
        return field;
    }
}
