package thami.certificate.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.certificate.Bilingual;
import thami.certificate.Missing;

/// Something that is missing.
///
/// @param what `enrolment`, `modules`, `legal-basis` or `module`; then which one
record MissingView(
        String what, @Nullable UUID moduleId, @Nullable Bilingual title) {

    static MissingView of(Missing missing) {
        return switch (missing) {
            case Missing.TheEnrolment() -> new MissingView("enrolment", null, null);
            case Missing.AnyModule() -> new MissingView("modules", null, null);
            case Missing.KnownLegalBasis(var _) -> new MissingView("legal-basis", null, null);
            case Missing.Completion(var module) -> new MissingView("module", module.id(), module.title());
        };
    }
}
