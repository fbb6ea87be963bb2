package thami.certificate.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import thami.certificate.Certificate;
import thami.certificate.CertificateNumber;
import thami.certificate.LookUp;
import thami.web.Staff;

/// From the number on paper to the record, for whoever may read records.
@Controller
class SearchPages {

    private final LookUp lookUp;

    SearchPages(LookUp lookUp) {
        this.lookUp = lookUp;
    }

    @GetMapping("/staff/certificate/certificates")
    ModelAndView search(@RequestParam @Nullable String number, Staff staff) {
        if (number == null) return page(HttpStatus.OK, staff);
        return CertificateNumber.parse(number)
                .map(parsed -> lookUp.findCertificate(parsed)
                        .map(SearchPages::record)
                        .orElseGet(() -> refused(HttpStatus.NOT_FOUND, "unknown.text", number, staff)))
                .orElseGet(() -> refused(
                        HttpStatus.BAD_REQUEST, number.isBlank() ? "verify.empty" : "verify.mistyped", number, staff));
    }

    private static ModelAndView record(Certificate found) {
        return new ModelAndView(
                new RedirectView("/staff/certificate/certificates/" + found.id().value()));
    }

    private static ModelAndView refused(HttpStatus status, String error, String number, Staff staff) {
        return page(status, staff)
                .addObject("typed", VerifyPages.shortened(number))
                .addObject("error", error)
                .addObject("hasErrors", true);
    }

    private static ModelAndView page(HttpStatus status, Staff staff) {
        return new ModelAndView("certificate/staff-search", status).addObject("mayList", staff.has("certification"));
    }
}
