package thami.registration.web;

import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.CREATED;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import thami.registration.Applicant;
import thami.registration.ApplicationId;
import thami.registration.Applications;
import thami.registration.CallId;
import thami.registration.Language;
import thami.registration.RequestStatusLink;
import thami.registration.SubmitApplication;
import thami.registration.WithdrawApplication;
import thami.web.EmailAddress;
import thami.web.EmailAddresses;
import thami.web.Names;
import thami.web.PersonName;
import thami.web.PlainText;

/// Applying, and what follows from it, for programs.
@RestController
class ApplicationController {

    private final SubmitApplication application;
    private final WithdrawApplication withdrawal;
    private final RequestStatusLink link;
    private final Applications applications;
    private final StatusLinks statusLinks;

    ApplicationController(
            SubmitApplication application,
            WithdrawApplication withdrawal,
            RequestStatusLink link,
            Applications applications,
            StatusLinks statusLinks) {
        this.application = application;
        this.withdrawal = withdrawal;
        this.link = link;
        this.applications = applications;
        this.statusLinks = statusLinks;
    }

    /// A repeat gets the same answer as the first request, 201 included: whoever lost the first must not have
    /// to tell them apart.
    @PostMapping("/api/applications")
    @ResponseStatus(CREATED) // for OpenAPI
    ResponseEntity<Submitted> submit(@RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody Submission sent) {
        var submitted = application.submit(new ApplicationId(key), sent.submission());
        return ResponseEntity.created(URI.create("/api/applications/" + key))
                .cacheControl(CacheControl.noStore())
                .body(new Submitted(key, submitted.reference().value(), statusLinks.to(submitted)));
    }

    @GetMapping("/api/applications/{id}")
    ResponseEntity<ApplicationView> show(@PathVariable UUID id) {
        var shown =
                applications.findById(new ApplicationId(id)).orElseThrow(() -> new PageNotFound("application " + id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag("\"" + shown.version() + "\"")
                .body(ApplicationView.of(shown));
    }

    @GetMapping("/api/applications/by-link/{token}")
    ResponseEntity<StatusView> status(@PathVariable String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(StatusView.of(statusLinks.open(token)));
    }

    @PostMapping("/api/applications/by-link/{token}/withdrawal")
    ResponseEntity<StatusView> withdraw(@PathVariable String token) {
        var opened = statusLinks.open(token);
        var withdrawn = Attempts.of(() -> withdrawal.withdraw(opened.id()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(StatusView.of(withdrawn));
    }

    /// The same answer to everybody, so that nobody learns who has applied.
    @PostMapping("/api/applications/link-renewals")
    @ResponseStatus(ACCEPTED)
    void renewLinks(@Valid @RequestBody LinkRenewal sent) {
        link.request(EmailAddresses.normalized(sent.email()));
    }

    record Submitted(UUID id, String reference, URI statusPage) {}

    record LinkRenewal(@NotBlank @EmailAddress String email) {}

    record Submission(
            @NotNull UUID callId,
            @NotBlank @PersonName String name,
            @NotBlank @EmailAddress String email,
            @NotNull @Pattern(regexp = "de|en") String language,
            @NotBlank @Size(max = 100) String targetGroup,
            @Nullable @Size(max = 200) @PlainText String organisation,
            @Nullable @Size(max = 200) @PlainText String occupation,
            @NotBlank @Size(max = 50) String privacyNoticeVersion) {

        thami.registration.Submission submission() {
            var applicant = new Applicant(
                    Names.normalized(name),
                    EmailAddresses.normalized(email),
                    Language.of(language),
                    targetGroup,
                    organisation,
                    occupation);
            return new thami.registration.Submission(new CallId(callId), applicant, privacyNoticeVersion);
        }
    }
}
