package thami.certificate.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import thami.certificate.Entitlement;
import thami.certificate.EntitlementId;
import thami.certificate.LookUp;
import thami.certificate.Preparation;
import thami.certificate.PrepareCertificate;
import thami.certificate.PrintedAddress;
import thami.certificate.Release;
import thami.certificate.ReleaseCertificate;
import thami.web.Staff;

/// Entitlements for programs.
@RestController
class EntitlementController {

    private final LookUp lookUp;
    private final PrepareCertificate prepare;
    private final ReleaseCertificate release;
    private final PrintedAddress address;

    EntitlementController(
            LookUp lookUp, PrepareCertificate prepare, ReleaseCertificate release, PrintedAddress address) {
        this.lookUp = lookUp;
        this.prepare = prepare;
        this.release = release;
        this.address = address;
    }

    @GetMapping("/api/entitlements")
    Page list(
            @RequestParam(defaultValue = "READY") Entitlement.State state,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        var found = lookUp.entitlements(state, Optional.ofNullable(after).map(EntitlementId::new), limit + 1);
        var items = found.stream().limit(limit).map(EntitlementLine::of).toList();
        return new Page(items, found.size() > limit ? items.getLast().id() : null);
    }

    @GetMapping("/api/entitlements/{id}")
    ResponseEntity<EntitlementView> show(@PathVariable UUID id, Staff staff) {
        var entitlement = lookUp.entitlement(new EntitlementId(id));
        var view = EntitlementView.of(entitlement, lookUp.prepared(entitlement), Actors.of(staff));
        return ResponseEntity.ok().eTag("\"" + entitlement.version() + "\"").body(view);
    }

    @PostMapping("/api/entitlements/{id}/preview")
    Preview prepare(@PathVariable UUID id, Staff staff) {
        return preview(Conflicts.retried(() -> prepare.prepare(new EntitlementId(id), Actors.of(staff))));
    }

    @GetMapping(value = "/api/entitlements/{id}/preview", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> preview(@PathVariable UUID id) {
        var prepared = lookUp.preview(new EntitlementId(id));
        return Pdf.shown(prepared.pdf(), "Vorschau " + prepared.wording().name());
    }

    @PostMapping("/api/entitlements/{id}/release")
    @ResponseStatus(HttpStatus.CREATED) // for OpenAPI
    ResponseEntity<Released> release(@PathVariable UUID id, @Valid @RequestBody Choice choice, Staff staff) {
        var released = released(
                Conflicts.retried(() -> release.release(new EntitlementId(id), choice.sha256(), Actors.of(staff))));
        return ResponseEntity.created(URI.create("/api/certificates/" + released.certificateId()))
                .body(released);
    }

    private Preview preview(Preparation prepared) {
        return new Preview(
                prepared.pdf().sha256(),
                prepared.number().grouped(),
                prepared.date(),
                prepared.certificate().value(),
                address.verifyPage(prepared.number()));
    }

    private Released released(Release release) {
        return new Released(
                release.certificate().value(), release.number().grouped(), address.verifyPage(release.number()));
    }

    /// @param next what to ask for as `after`, absent on the last page
    record Page(List<EntitlementLine> items, @Nullable UUID next) {}

    /// @param sha256 of the bytes that were looked at
    record Choice(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    record Preview(String sha256, String number, LocalDate date, UUID certificateId, URI verifyPage) {}

    record Released(UUID certificateId, String number, URI verifyPage) {}
}
