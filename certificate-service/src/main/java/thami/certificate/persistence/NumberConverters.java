package thami.certificate.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import thami.certificate.CertificateNumber;

/// A certificate number is kept as its 18 characters, without grouping.
@Configuration(proxyBeanMethods = false)
class NumberConverters {

    @Bean
    static Converter<CertificateNumber, String> numberToStore() {
        return new ToStore();
    }

    @Bean
    static Converter<String, CertificateNumber> numberFromStore() {
        return new FromStore();
    }

    @WritingConverter
    static final class ToStore implements Converter<CertificateNumber, String> {
        @Override
        public String convert(CertificateNumber number) {
            return number.value();
        }
    }

    @ReadingConverter
    static final class FromStore implements Converter<String, CertificateNumber> {
        @Override
        public CertificateNumber convert(String value) {
            return new CertificateNumber(value);
        }
    }
}
