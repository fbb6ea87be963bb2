package thami.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// Java itself reads `1-1-1-1-1` as a UUID, so one id would have many spellings. An editor, not a converter: where a
/// converter refuses, Spring asks its own editor, and that one accepts.
@ControllerAdvice
class StrictUuid {

    @InitBinder
    void uuidsToTheLetter(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            var id = UUID.fromString(text);
            if (!id.toString().equalsIgnoreCase(text)) throw new IllegalArgumentException("not a UUID");
            setValue(id);
        }
    }
}
