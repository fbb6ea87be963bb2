package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.certificate.Story.CERTIFICATION;
import static thami.certificate.Story.NOON;
import static thami.certificate.Story.TODAY;
import static thami.certificate.Story.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.certificate.Entitlement.State;

/// What every keeper of entitlements promises; the fake and the store both keep it.
interface EntitlementsTest {

    Entitlements entitlements();

    private static Entitlement ready(String name) {
        var entitlement = Entitlement.of(new EntitlementId(UUID.randomUUID()));
        entitlement.enrol(enrolment(1, name, "A"));
        entitlement.record(Story.completed(2, Story.LAW));
        entitlement.record(Story.completed(3, Story.COUNSELLING));
        return entitlement;
    }

    @Test
    default void whatIsSavedIsFoundAsItWas() {
        var entitlement = ready(Story.SULE);
        entitlement.prepare(Story.preparation(TODAY, "ab".repeat(32)));
        entitlements().save(entitlement);

        var found = entitlements().findById(entitlement.id());

        assertThat(found).get().usingRecursiveComparison().isEqualTo(entitlement);
        assertThat(found.orElseThrow().preparedOn(TODAY).orElseThrow().pdf().bytes())
                .isEqualTo(new byte[] {'%', 'P', 'D', 'F'});
        assertThat(entitlements().findById(new EntitlementId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    default void ofTwoWhoChangeTheSameTheSecondFails() {
        var entitlement = ready("Ada");
        entitlements().save(entitlement);
        var one = entitlements().findById(entitlement.id()).orElseThrow();
        var other = entitlements().findById(entitlement.id()).orElseThrow();
        one.end(Story.ended(9));
        entitlements().save(one);

        other.prepare(Story.preparation(TODAY, "ab".repeat(32)));
        assertThatThrownBy(() -> entitlements().save(other)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(entitlements().findById(entitlement.id()).orElseThrow().state())
                .isEqualTo(State.ENDED);
    }

    @Test
    default void aPageIsByNameAndGoesOnAfterTheLastOne() {
        List.of("zoë", "Álvaro", "Bea", "álvaro", "Öner").forEach(name -> {
            var entitlement = ready(name);
            entitlement.end(Story.ended(9));
            entitlement.enrol(enrolment(10, name, "A"));
            entitlement.prepare(Story.preparation(TODAY, "ab".repeat(32)));
            entitlements().save(entitlement);
        });
        var all = entitlements().findPage(State.PREPARED, Optional.empty(), 100);
        var names = all.stream().map(found -> found.enrolment().name()).toList();
        assertThat(names).containsSubsequence("Bea", "Öner", "zoë").startsWith(names.getFirst());

        var paged = new java.util.ArrayList<EntitlementSummary>();
        var after = Optional.<EntitlementId>empty();
        while (true) {
            var page = entitlements().findPage(State.PREPARED, after, 2);
            paged.addAll(page);
            if (page.size() < 2) break;
            after = Optional.of(page.getLast().id());
        }
        assertThat(paged).isEqualTo(all);
        assertThat(entitlements().findPage(State.PREPARED, Optional.empty(), 1)).hasSize(1);
    }

    @Test
    default void releasedOnesAreDueUntilTheirCertificateIsStored() {
        var entitlement = ready("Ada");
        entitlement.prepare(Story.preparation(TODAY, "ab".repeat(32)));
        entitlement.release("ab".repeat(32), CERTIFICATION, TODAY, NOON);
        entitlements().save(entitlement);
        assertThat(entitlements().findWithDueCertificate(100)).contains(entitlement.id());
        assertThat(entitlements().countWithDueCertificate()).isPositive();

        entitlement.certificateStored();
        entitlements().save(entitlement);
        assertThat(entitlements().findWithDueCertificate(100)).doesNotContain(entitlement.id());
    }

    @Test
    default void releasedOnesThatAreContradictedAreCounted() {
        var before = entitlements().countContradicted();
        var entitlement = ready("Ada");
        entitlement.prepare(Story.preparation(TODAY, "ab".repeat(32)));
        entitlement.release("ab".repeat(32), CERTIFICATION, TODAY, NOON);
        entitlement.certificateStored();
        entitlements().save(entitlement);
        assertThat(entitlements().countContradicted()).isEqualTo(before);

        entitlement.end(Story.ended(9));
        entitlements().save(entitlement);
        assertThat(entitlements().countContradicted()).isEqualTo(before + 1);
    }
}
