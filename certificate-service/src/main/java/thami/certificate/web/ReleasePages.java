package thami.certificate.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import thami.certificate.CertificateId;
import thami.certificate.Entitlement;
import thami.certificate.Entitlement.State;
import thami.certificate.EntitlementId;
import thami.certificate.LookUp;
import thami.certificate.PrepareCertificate;
import thami.certificate.PrintedAddress;
import thami.certificate.Refused;
import thami.certificate.ReleaseCertificate;
import thami.web.Site;
import thami.web.Staff;

/// Where certification staff see who is ready, look at the very file, and release it.
@Controller
class ReleasePages {

    private static final String ENTITLEMENTS = "/staff/certificate/entitlements/";
    private static final int PAGE = 25;

    private final LookUp lookUp;
    private final PrepareCertificate prepare;
    private final ReleaseCertificate release;
    private final PrintedAddress address;

    ReleasePages(LookUp lookUp, PrepareCertificate prepare, ReleaseCertificate release, PrintedAddress address) {
        this.lookUp = lookUp;
        this.prepare = prepare;
        this.release = release;
        this.address = address;
    }

    /// The lists name people: they are for those who release. Others find a certificate by its number.
    @GetMapping("/staff/certificate")
    ModelAndView list(
            @RequestParam(defaultValue = "READY") State state, @RequestParam @Nullable UUID after, Staff staff) {
        if (!staff.has("certification")) return new ModelAndView("certificate/staff-search");
        var found = lookUp.entitlements(state, Optional.ofNullable(after).map(EntitlementId::new), PAGE + 1);
        var lines = found.stream().limit(PAGE).map(EntitlementLine::of).toList();
        return new ModelAndView("certificate/staff-list")
                .addObject("states", states())
                .addObject("state", state.name())
                .addObject("lines", lines)
                .addObject("first", after == null ? null : "/staff/certificate?state=" + state)
                .addObject(
                        "next",
                        found.size() <= PAGE
                                ? null
                                : "/staff/certificate?state=" + state + "&after="
                                        + lines.getLast().id());
    }

    private static List<String> states() {
        return Arrays.stream(new State[] {State.READY, State.PREPARED, State.INCOMPLETE, State.RELEASED, State.ENDED})
                .map(State::name)
                .toList();
    }

    @GetMapping("/staff/certificate/entitlements/{id}")
    ModelAndView show(@PathVariable UUID id, Staff staff) {
        return page("staff-entitlement", id, staff);
    }

    @PostMapping("/staff/certificate/entitlements/{id}/preview")
    ModelAndView prepare(@PathVariable UUID id, Staff staff) {
        return orRefused("staff-entitlement", id, staff, () -> {
            Conflicts.retried(() -> prepare.prepare(new EntitlementId(id), Actors.of(staff)));
            return redirect(ENTITLEMENTS + id + "/release");
        });
    }

    @GetMapping("/staff/certificate/entitlements/{id}/release")
    ModelAndView toRelease(@PathVariable UUID id, Staff staff) {
        var page = page("staff-release", id, staff);
        var view = (EntitlementView) page.getModel().get("entitlement");
        return view != null && view.preview() == null ? redirect(ENTITLEMENTS + id) : page;
    }

    @GetMapping(value = "/staff/certificate/entitlements/{id}/preview", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> preview(@PathVariable UUID id) {
        var prepared = lookUp.preview(new EntitlementId(id));
        return Pdf.shown(prepared.pdf(), "Vorschau " + prepared.wording().name());
    }

    @PostMapping("/staff/certificate/entitlements/{id}/release")
    ModelAndView release(@PathVariable UUID id, @RequestParam String sha256, Staff staff) {
        return orRefused("staff-entitlement", id, staff, () -> {
            var released = Conflicts.retried(() -> release.release(new EntitlementId(id), sha256, Actors.of(staff)));
            return redirect(
                    "/staff/certificate/certificates/" + released.certificate().value() + "?released");
        });
    }

    @GetMapping("/staff/certificate/certificates/{id}")
    ModelAndView record(@PathVariable UUID id, @RequestParam @Nullable String released, Staff staff) {
        var certificate = lookUp.certificate(new CertificateId(id));
        return new ModelAndView("certificate/staff-record")
                .addObject("certificate", CertificateView.of(certificate, lookUp.standing(certificate), address))
                .addObject("entitlement", view(lookUp.entitlement(certificate.participation()), staff))
                .addObject("justReleased", released != null)
                .addObject("mayOpen", staff.has("certification"));
    }

    @GetMapping(value = "/staff/certificate/certificates/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        var certificate = lookUp.certificate(new CertificateId(id));
        return Pdf.shown(certificate.pdf(), certificate.wording().name());
    }

    /// The page again, with what was refused on top.
    private ModelAndView orRefused(String name, UUID id, Staff staff, Supplier<ModelAndView> command) {
        try {
            return command.get();
        } catch (Refused refused) {
            var refusal = Refusal.of(refused);
            var page = page(name, id, staff).addObject("refusal", refusal).addObject(Site.ADDRESS, ENTITLEMENTS + id);
            page.setStatus(refusal.status());
            return page;
        }
    }

    private ModelAndView page(String name, UUID id, Staff staff) {
        var entitlement = lookUp.entitlement(new EntitlementId(id));
        return new ModelAndView("certificate/" + name, HttpStatus.OK)
                .addObject("entitlement", view(entitlement, staff))
                .addObject("me", Actors.of(staff));
    }

    private EntitlementView view(Entitlement entitlement, Staff staff) {
        return EntitlementView.of(entitlement, lookUp.prepared(entitlement), Actors.of(staff));
    }

    private static ModelAndView redirect(String page) {
        return new ModelAndView(new RedirectView(page));
    }
}
