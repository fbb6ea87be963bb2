package thami.registration.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import thami.registration.Applicant;
import thami.registration.CallId;
import thami.registration.Language;
import thami.registration.Submission;
import thami.web.EmailAddress;
import thami.web.EmailAddresses;
import thami.web.Names;
import thami.web.PersonName;
import thami.web.PlainText;

/// The fields of the application page, as they were filled in. What to say about a wrong one stands in the messages:
/// `NotBlank.form.name` and so on.
record ApplicationForm(
        @NotBlank @PersonName @Nullable String name,
        @NotBlank @EmailAddress @Nullable String email,
        @NotBlank @Size(max = 100) @Nullable String targetGroup,
        @Size(max = 200) @PlainText @Nullable String organisation,
        @Size(max = 200) @PlainText @Nullable String occupation,
        @NotBlank @Pattern(regexp = "de|en") @Nullable String language)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static ApplicationForm empty(Language language) {
        return new ApplicationForm(null, null, null, null, null, language.code());
    }

    /// Only for one that was found valid.
    Submission submission(CallId call, String privacyNotice) {
        var applicant = new Applicant(
                Names.normalized(said(name)),
                EmailAddresses.normalized(said(email)),
                Language.of(said(language)),
                said(targetGroup),
                organisation,
                occupation);
        return new Submission(call, applicant, privacyNotice);
    }

    private static String said(@Nullable String field) {
        if (field == null) throw new IllegalStateException("not a valid form");
        return field;
    }
}
