package thami.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/// How every service is built: business in the middle, edges around it.
///
/// @param edges the last parts of the packages around the business
public record ArchitectureRules(List<String> edges) {

    private static final String[] OF_SPRING_IN_BUSINESS = {
        "org.springframework.data.annotation..",
        "org.springframework.data.mongodb.core.mapping..",
        "org.springframework.data.domain..",
        "org.springframework.stereotype.."
    };

    public static ArchitectureRules ofServices() {
        return new ArchitectureRules(List.of("web", "messaging", "persistence", "pdf", "mail", "schedule"));
    }

    /// Fails at the first rule that the classes of this root package break.
    public void check(String root) {
        check(written(root));
    }

    /// What we wrote for it: no tests, and nothing that Spring has made of it at build time.
    public static JavaClasses written(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("__") && !location.contains("$$"))
                .importPackages(root);
    }

    public void check(JavaClasses classes) {
        rules().forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    List<ArchRule> rules() {
        var edgePackages = edges.stream().map(edge -> "thami.*.." + edge + "..").toArray(String[]::new);
        var business = resideOutsideOfPackages(edgePackages).and(resideInAnyPackage("thami.*.."));
        return List.of(
                noClasses()
                        .that(business)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(edgePackages).and(resideInAnyPackage("thami..")))
                        .because("business knows nothing of its edges"),
                noClasses()
                        .that(business)
                        .and()
                        .areNotAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        "org.springframework..",
                                        "tools.jackson..",
                                        "com.fasterxml.jackson..",
                                        "jakarta.servlet..",
                                        "org.apache.kafka..",
                                        "com.mongodb..",
                                        "org.bson..",
                                        "thami.web..")
                                .and(resideOutsideOfPackages(OF_SPRING_IN_BUSINESS)))
                        .because(
                                "business knows nothing of web, Kafka, JSON; only Spring Data's mapping annotations and @Service"),
                noClasses()
                        .that(business)
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .because("time is passed in; ids come from whoever asks"),
                noClasses()
                        .should()
                        .callMethod(String.class, "toLowerCase")
                        .orShould()
                        .callMethod(String.class, "toUpperCase")
                        .because("case mapping needs a locale: name Locale.ROOT"),
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("V1")
                        .should()
                        .haveRawType(LocalDateTime.class)
                        .because("an event's times are instants"),
                noFields().should().beAnnotatedWith(Autowired.class).because("constructors say what a class needs"),
                noMethods()
                        .that()
                        .areDeclaredInClassesThat(business)
                        .should()
                        .haveRawReturnType("org.springframework.http.ResponseEntity")
                        .because("business does not answer requests"));
    }
}
