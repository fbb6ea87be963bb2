package thami.certificate;

import java.time.LocalDate;
import java.util.List;

/// Every word a certificate is issued with; frozen, whatever ministries and programmes are called later.
///
/// @param templateVersion which layout and which texts made it
/// @param attests the legal basis, verbatim
/// @param sample whether the course was invented, which is then said on the page
public record Wording(
        String templateVersion,
        String title,
        String name,
        Programme programme,
        String course,
        LegalBasis legalBasis,
        String attests,
        String recognisedBy,
        List<String> issuedBy,
        LocalDate startsOn,
        LocalDate endsOn,
        List<PrintedModule> modules,
        boolean sample) {

    /// A line of the list of modules. @param units teaching units of 45 minutes
    public record PrintedModule(String title, int units, String provider) {}

    public Wording {
        issuedBy = List.copyOf(issuedBy);
        modules = List.copyOf(modules);
    }
}
