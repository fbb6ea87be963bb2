package thami.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XhtmlTest {

    @Test
    void readsAPage() {
        var page = Xhtml.read(
                "<!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml' lang='de'><p>Ö &amp; Ł</p></html>");
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("de");
        assertThat(page.getDocumentElement().getTextContent()).isEqualTo("Ö & Ł");
    }

    @Test
    void opensNoFileThatAPageNames(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret").toUri();
        assertThatThrownBy(() -> Xhtml.read("<!DOCTYPE html SYSTEM '" + secret + "'><html/>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Xhtml.read("<!DOCTYPE html [<!ENTITY secret SYSTEM '" + secret + "'>]><html>&secret;</html>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        assertThatThrownBy(() -> Xhtml.read("<html><p></html>")).isInstanceOf(IllegalArgumentException.class);
    }
}
