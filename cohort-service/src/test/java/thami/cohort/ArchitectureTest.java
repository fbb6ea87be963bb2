package thami.cohort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import thami.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void businessKnowsNothingOfItsEdges() {
        ArchitectureRules.ofServices().check("thami.cohort");
    }

    @Test
    void planningKnowsNobodyIntakeKnowsPlanningParticipationKnowsBoth() {
        var classes = ArchitectureRules.written("thami.cohort");
        noClasses()
                .that()
                .resideInAPackage("thami.cohort.planning")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("thami.cohort.intake", "thami.cohort.participation")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("thami.cohort.intake")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("thami.cohort.participation")
                .check(classes);
    }
}
