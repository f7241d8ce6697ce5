package vn.songhanh.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/** JSON as it comes in and goes out: unknown fields are refused, text is in normal form C, instants are ISO 8601. */
@Configuration(proxyBeanMethods = false)
class JsonBorder {

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .addModule(new SimpleModule("songhanh").addDeserializer(String.class, new NormalText()));
    }

    private static final class NormalText extends StdScalarDeserializer<String> {

        NormalText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue() || !parser.hasToken(tools.jackson.core.JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            try {
                return Text.storable(parser.getString(), "");
            } catch (Invalid unstorable) {
                String pointer = parser.streamReadContext().pathAsPointer().toString();
                return Text.storable(
                        parser.getString(), pointer.replaceFirst("^/", "").replace('/', '.'));
            }
        }
    }
}
