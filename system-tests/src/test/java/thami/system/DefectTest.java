package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The mistakes that `DefectStory` plants, and that it takes ten minutes to look for, still fit our classes.
class DefectTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void fitsTheClassThatItIsPlantedIn(String name, Defect defect) throws IOException {
        assertThat(defect.planted()).contains(defect.replacement());
    }

    static Stream<Arguments> fitsTheClassThatItIsPlantedIn() {
        return Arrays.stream(Defect.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Defect.class)
                .map(field -> Arguments.of(field.getName(), value(field)));
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
