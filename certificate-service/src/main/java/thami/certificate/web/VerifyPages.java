package thami.certificate.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import thami.certificate.CertificateNumber;
import thami.certificate.PrintedAddress;
import thami.certificate.Verification;
import thami.certificate.VerifyCertificate;

/// Where a QR code leads, and whoever types a number from paper.
@Controller
class VerifyPages {

    private static final int LONGEST_SHOWN = 60;

    private final VerifyCertificate verify;
    private final PrintedAddress address;

    VerifyPages(VerifyCertificate verify, PrintedAddress address) {
        this.verify = verify;
        this.address = address;
    }

    @GetMapping("/verify")
    ModelAndView form(@RequestParam @Nullable String number) {
        if (number == null) return page("form", HttpStatus.OK);
        return CertificateNumber.parse(number)
                .map(parsed -> new ModelAndView(new RedirectView("/verify/" + parsed.grouped())))
                .orElseGet(() -> page("form", HttpStatus.BAD_REQUEST)
                        .addObject("typed", shortened(number))
                        .addObject("error", number.isBlank() ? "verify.empty" : "verify.mistyped")
                        .addObject("hasErrors", true));
    }

    @GetMapping("/verify/{number}")
    ModelAndView verify(@PathVariable String number) {
        return CertificateNumber.parse(number)
                .map(parsed -> verify.verify(parsed).map(this::known).orElseGet(() -> unknown(parsed.grouped(), false)))
                .orElseGet(() -> unknown(number, true));
    }

    private ModelAndView known(Verification verification) {
        return page("verification", HttpStatus.OK)
                .addObject("certificate", verification)
                .addObject("status", VerificationView.code(verification.standing()))
                .addObject("domain", address.base().getAuthority());
    }

    private static ModelAndView unknown(String number, boolean mistyped) {
        return page("unknown", HttpStatus.NOT_FOUND)
                .addObject("typed", shortened(number))
                .addObject("mistyped", mistyped);
    }

    static String shortened(String typed) {
        return typed.length() <= LONGEST_SHOWN ? typed : typed.substring(0, LONGEST_SHOWN) + "…";
    }

    private static ModelAndView page(String name, HttpStatus status) {
        return new ModelAndView("certificate/" + name, status);
    }
}
