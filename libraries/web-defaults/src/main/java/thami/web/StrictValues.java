package thami.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// Reads what stands in paths, queries, headers and forms to the letter, as the JSON reader does.
@ControllerAdvice
class StrictValues {

    @InitBinder
    void register(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new StrictUuid());
        binder.registerCustomEditor(String.class, new StrictText());
    }

    /// Java itself reads `1-1-1-1-1` as a UUID, so one id would have many spellings.
    private static final class StrictUuid extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            var id = UUID.fromString(text);
            if (!id.toString().equalsIgnoreCase(text)) throw new IllegalArgumentException("not a UUID");
            setValue(id);
        }

        @Override
        public String getAsText() {
            return getValue() == null ? "" : getValue().toString();
        }
    }

    private static final class StrictText extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!StrictJson.isText(text)) throw new IllegalArgumentException("not a text");
            setValue(text);
        }
    }
}
