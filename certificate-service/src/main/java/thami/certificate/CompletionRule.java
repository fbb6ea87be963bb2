package thami.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Turns completed modules into a qualification, by the list and the rule version that were frozen at enrolment.
///
/// One rule is known so far, and every version means it: each listed module must be completed. How a module is
/// completed is judged by cohort. A version that means something else gets a constant of its own here.
enum CompletionRule {
    EVERY_LISTED_MODULE {
        @Override
        List<Missing> missing(Enrolment enrolment, Set<UUID> completed) {
            var missing = new ArrayList<Missing>();
            if (LegalBasis.of(enrolment.legalBasis()).isEmpty()) {
                missing.add(new Missing.KnownLegalBasis(enrolment.legalBasis()));
            }
            if (enrolment.modules().isEmpty()) missing.add(new Missing.AnyModule());
            enrolment.modules().stream()
                    .filter(module -> !completed.contains(module.id()))
                    .map(Missing.Completion::new)
                    .forEach(missing::add);
            return List.copyOf(missing);
        }
    };

    static CompletionRule of(@SuppressWarnings("unused") String version) {
        return EVERY_LISTED_MODULE;
    }

    abstract List<Missing> missing(Enrolment enrolment, Set<UUID> completed);
}
