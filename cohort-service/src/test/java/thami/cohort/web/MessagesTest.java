package thami.cohort.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        assertThat(messages("de").stringPropertyNames())
                .isEqualTo(messages("en").stringPropertyNames());
    }

    @Test
    void everySentenceTakesTheSameInBothLanguages() throws IOException {
        var english = messages("en");
        messages("de")
                .forEach((key, german) -> assertThat(arguments(english.getProperty(key.toString())))
                        .as("%s", key)
                        .isEqualTo(arguments(german.toString())));
    }

    @Test
    void noSentenceHasAnApostropheThatIsMarkup() throws IOException {
        assertThat(messages("de").values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(messages("en").values()).noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void everyFieldOfThePlanIsNamedWhereItsMistakesAreListed() throws IOException {
        var names = Stream.concat(
                names(PlanForm.class, "", Set.of("key", "version", "sample", "modules")),
                names(PlanForm.ModuleForm.class, "modules.", Set.of("id")));

        assertThat(messages("de").stringPropertyNames())
                .containsAll(names.map(name -> "field." + name).toList());
    }

    private static Stream<String> names(Class<? extends Record> form, String before, Set<String> hidden) {
        return Arrays.stream(form.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !hidden.contains(name))
                .map(name -> before + name);
    }

    private static java.util.Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        var file = "/messages_" + language + ".properties";
        try (var reader = new InputStreamReader(MessagesTest.class.getResourceAsStream(file), UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
