package thami.certificate.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thami.certificate.Certificate;
import thami.certificate.CertificateId;
import thami.certificate.LookUp;
import thami.certificate.PrintedAddress;
import thami.web.Links;

/// What a holder sees by the link in the mail: name, programme, the file, and the address for those who verify.
@Controller
class HolderPages {

    private static final String PURPOSE = "certificate";
    private static final int GENERATION = 1;

    private final Links links;
    private final LookUp lookUp;
    private final PrintedAddress address;

    HolderPages(Links links, LookUp lookUp, PrintedAddress address) {
        this.links = links.requiring(PURPOSE);
        this.lookUp = lookUp;
        this.address = address;
    }

    @GetMapping("/certificate/{token}")
    String show(@PathVariable String token, Model model) {
        var certificate = certificateOf(token);
        model.addAttribute("certificate", certificate);
        model.addAttribute("status", VerificationView.code(lookUp.standing(certificate)));
        model.addAttribute("pdf", "/certificate/" + token + "/pdf");
        model.addAttribute("kilobytes", certificate.pdf().bytes().length / 1000);
        model.addAttribute("verifyPage", address.verifyPage(certificate.number()));
        return "certificate/holder";
    }

    @GetMapping(value = "/certificate/{token}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable String token) {
        var certificate = certificateOf(token);
        return Pdf.attached(certificate.pdf(), certificate.wording().name());
    }

    private Certificate certificateOf(String token) {
        return links.read(PURPOSE, token)
                .filter(link -> link.generation() == GENERATION)
                .flatMap(link -> lookUp.findCertificate(new CertificateId(link.id())))
                .orElseThrow(LinkWorthless::new);
    }
}
