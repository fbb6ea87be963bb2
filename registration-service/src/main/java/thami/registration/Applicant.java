package thami.registration;

import static java.text.Normalizer.Form.NFC;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who applies, in their own words. Nothing is asked that neither the decision nor the certificate needs:
/// no form of address, no date of birth.
///
/// @param name as it will stand on the certificate; also a single name
/// @param email where we write to; never an identity, for people share mailboxes
/// @param targetGroup the one they count themselves to; staff decide
public record Applicant(
        String name,
        String email,
        Language language,
        String targetGroup,
        @Nullable String organisation,
        @Nullable String occupation) {

    public Applicant {
        name = tidy(name);
        email = tidy(email);
        organisation = blankIsNothing(organisation);
        occupation = blankIsNothing(occupation);
    }

    /// What tells one mailbox from another when somebody asks for their links by address.
    public String mailbox() {
        return mailboxOf(email);
    }

    public static String mailboxOf(String email) {
        return tidy(email).toLowerCase(Locale.ROOT);
    }

    /// One way to write the same characters, so that `é` typed on a Mac and on a PC is one name and one
    /// application.
    private static String tidy(String text) {
        return Normalizer.normalize(text, NFC).strip().replaceAll("\\s+", " ");
    }

    private static @Nullable String blankIsNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : tidy(text);
    }
}
