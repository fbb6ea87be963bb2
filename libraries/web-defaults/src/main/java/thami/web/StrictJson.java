package thami.web;

import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// Reads JSON to the letter: a mistyped field, a number in quotes or a second value of one name is an error of who sent
/// it, and guessing would hide it.
class StrictJson implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder json) {
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultLeniency(false)
                .addModule(strictValues());
        json.withCoercionConfig(
                LogicalType.Textual,
                text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    private static SimpleModule strictValues() {
        return new SimpleModule("thami-strict-values")
                .addDeserializer(String.class, new StrictText())
                .addDeserializer(Instant.class, new StrictInstant())
                .addDeserializer(BigDecimal.class, new StrictAmount());
    }

    /// No NUL and no half of a surrogate pair: neither means anything, and stores and mails cut or refuse them.
    static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static final class StrictText extends StdScalarDeserializer<String> {

        private StrictText() {
            super(String.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            var text = StringDeserializer.instance.deserialize(json, context);
            if (text == null || isText(text)) return text;
            return (String) context.handleWeirdStringValue(String.class, "", "not a text");
        }
    }

    /// A moment in ISO 8601. A bare number would be read as seconds since 1970, whatever was meant by it.
    private static final class StrictInstant extends StdScalarDeserializer<Instant> {

        private StrictInstant() {
            super(Instant.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.DateTime;
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            return json.hasToken(JsonToken.VALUE_STRING)
                    ? InstantDeserializer.INSTANT.deserialize(json, context)
                    : (Instant) context.handleUnexpectedToken(getValueType(context), json);
        }
    }

    /// A number as people write it. `1e99999999` is a few bytes here and a hundred million digits once it is added to
    /// another.
    private static final class StrictAmount extends StdScalarDeserializer<BigDecimal> {

        private static final int DIGITS = 30;

        private StrictAmount() {
            super(BigDecimal.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Float;
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            var amount = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(json, context);
            if (amount == null || Math.abs(amount.scale()) <= DIGITS && amount.precision() <= DIGITS) return amount;
            return (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, 0, "out of range");
        }
    }
}
