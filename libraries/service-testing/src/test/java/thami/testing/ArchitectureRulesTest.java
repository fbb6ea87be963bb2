package thami.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("thami.planted");

    static Stream<ArchRule> rules() {
        return ArchitectureRules.ofServices().rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleFailsOnItsPlantedViolation(ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void theSampleServiceIsBuiltByTheRules() {
        var aggregate = new ClassFileImporter().importClasses(thami.testing.sample.Sample.class);
        assertThatCode(() -> ArchitectureRules.ofServices().check(aggregate)).doesNotThrowAnyException();
    }
}
