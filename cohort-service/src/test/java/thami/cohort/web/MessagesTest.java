package thami.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thami.testing.InBothLanguages;

class MessagesTest implements InBothLanguages {

    @Test
    void everyFieldOfThePlanIsNamedWhereItsMistakesAreListed() {
        var names = Stream.concat(
                names(PlanForm.class, "", Set.of("key", "version", "sample", "modules")),
                names(PlanForm.ModuleForm.class, "modules.", Set.of("id")));

        assertThat(InBothLanguages.sentences("de").stringPropertyNames())
                .containsAll(names.map(name -> "field." + name).toList());
    }

    private static Stream<String> names(Class<? extends Record> form, String before, Set<String> hidden) {
        return Arrays.stream(form.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !hidden.contains(name))
                .map(name -> before + name);
    }
}
