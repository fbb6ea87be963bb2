package thami.certificate;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/// A document of a fake store: a copy of its own, guarded by its version.
record Stored<D>(long version, D document) {

    static <D> Stored<D> next(Stored<D> known, D saved) {
        var loaded = (Long) field(saved, "version");
        if ((known == null ? 0 : known.version()) != loaded) throw new OptimisticLockingFailureException("changed");
        set(saved, "version", loaded + 1);
        return new Stored<>(loaded + 1, copy(saved));
    }

    D copy() {
        return copy(document);
    }

    @SuppressWarnings("unchecked")
    private static <D> D copy(D original) {
        try {
            var constructor = original.getClass().getDeclaredConstructor(EntitlementId.class);
            constructor.setAccessible(true);
            var copy = constructor.newInstance(field(original, "id"));
            fields(original)
                    .filter(field -> !Modifier.isFinal(field.getModifiers()))
                    .forEach(field -> set(copy, field.getName(), cloned(field(original, field.getName()))));
            return (D) copy;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object cloned(Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : value;
    }

    private static java.util.stream.Stream<Field> fields(Object of) {
        return Arrays.stream(of.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    static Object field(Object of, String name) {
        try {
            var field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void set(Object of, String name, Object value) {
        try {
            var field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(of, value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
