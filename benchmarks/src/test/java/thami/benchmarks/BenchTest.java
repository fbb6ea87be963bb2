package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {

    @Test
    void allSectionsAreMeantWhereNoneIsNamed() {
        assertThat(Bench.sections(List.of())).extracting(Section::name).contains("relay", "journey", "memory");
    }

    @Test
    void aLoadOfTheJourneyIsMeasuredAlone() {
        assertThat(Bench.sections(List.of("journey-50")))
                .singleElement()
                .extracting(Section::files)
                .isEqualTo(List.of("journey-50"));
    }

    @Test
    void theJourneyIsAllItsLoads() {
        assertThat(Bench.sections(List.of("journey")))
                .singleElement()
                .extracting(Section::files)
                .isEqualTo(List.of("journey-50", "journey-25", "journey-ready"));
    }

    @Test
    void aKindOfGrowthIsMeasuredAlone() {
        assertThat(Bench.sections(List.of("scale-pending")))
                .singleElement()
                .extracting(Section::files)
                .isEqualTo(List.of("pending"));
        assertThat(Bench.sections(List.of("scale")))
                .singleElement()
                .extracting(Section::files)
                .isEqualTo(List.of("scale", "pending"));
    }

    @Test
    void whatIsNoSectionIsRefused() {
        assertThatThrownBy(() -> Bench.sections(List.of("relay", "journey-75"))).isInstanceOf(Refused.class);
    }

    @Test
    void theUsageNamesEachSection() {
        assertThat(Bench.sections(List.of()))
                .allSatisfy(section -> assertThat(Options.USAGE).contains(section.name()))
                .flatExtracting(Section::parts)
                .allSatisfy(part -> assertThat(Options.USAGE).contains(part.name()));
    }
}
