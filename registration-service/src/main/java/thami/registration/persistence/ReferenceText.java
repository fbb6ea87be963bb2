package thami.registration.persistence;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.stereotype.Component;
import thami.registration.Reference;

/// Stores a reference as the bare text that people name.
final class ReferenceText {

    private ReferenceText() {}

    @Component
    @WritingConverter
    static class Writer implements Converter<Reference, String> {

        @Override
        public String convert(Reference reference) {
            return reference.value();
        }
    }

    @Component
    @ReadingConverter
    static class Reader implements Converter<String, Reference> {

        @Override
        public Reference convert(String text) {
            return new Reference(text);
        }
    }
}
