package vn.songhanh.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.module.blackbird.BlackbirdModule;
import vn.songhanh.shared.Dates;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Numbers;
import vn.songhanh.shared.Text;

/** JSON as it comes in and goes out: unknown fields are refused, text is in normal form C, instants are ISO 8601. */
@Configuration(proxyBeanMethods = false)
class JsonBorder implements WebMvcConfigurer {

    private static final JsonSetter.Value NO_NULL_IN_IT = JsonSetter.Value.forContentNulls(Nulls.FAIL);

    private final ObjectProvider<JsonMapper> json;

    JsonBorder(ObjectProvider<JsonMapper> json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new WholeAnswers(json.getObject()));
        // Libraries bring other formats along, and what is read from those would go past all that is strict here.
        converters.configureMessageConvertersList(all -> all.removeIf(
                one -> !(one instanceof JacksonJsonHttpMessageConverter) && one.canRead(Money.class, null)));
    }

    /**
     * What a document may hold. Nothing of ours comes near these, and reading a longer number, or a list of a million
     * empty lists, takes more than it is worth to find out that it is wrong.
     */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNumberLength(Numbers.LONGEST)
            .maxNestingDepth(32)
            .maxNameLength(1_000)
            .maxStringLength(BodyLimit.MAX_BYTES)
            .maxTokenCount(200_000)
            .build();

    @Bean
    static JsonFactoryBuilderCustomizer boundedJson() {
        return builder -> builder.streamReadConstraints(BOUNDS);
    }

    @Bean
    static JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                // A list of ours holds things, and never nothing.
                .withConfigOverride(List.class, lists -> lists.setNullHandling(NO_NULL_IN_IT))
                .withConfigOverride(Set.class, sets -> sets.setNullHandling(NO_NULL_IN_IT))
                .addModule(new BlackbirdModule())
                .addModule(new SimpleModule("songhanh")
                        .addDeserializer(String.class, new NormalText())
                        .addDeserializer(LocalDate.class, new Moment<>(LocalDate.class, Dates::day))
                        .addDeserializer(Instant.class, new Moment<>(Instant.class, Dates::moment)));
    }

    /** Query parameters, as {@link Moment} reads what is in a body. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(
                LocalDate.class, (day, locale) -> day.toString(), (text, locale) -> Dates.day(text, ""));
    }

    /** Tells the length of an answer and sends it at once, instead of piece by piece with an end of its own. */
    private static final class WholeAnswers extends JacksonJsonHttpMessageConverter {

        WholeAnswers(JsonMapper json) {
            super(json);
        }

        @Override
        protected void writeInternal(
                Object answer, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
                throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
            super.writeInternal(
                    answer,
                    type,
                    new HttpOutputMessage() {
                        @Override
                        public OutputStream getBody() {
                            return bytes;
                        }

                        @Override
                        public HttpHeaders getHeaders() {
                            return message.getHeaders();
                        }
                    },
                    hints);
            message.getHeaders().setContentLength(bytes.size());
            bytes.writeTo(message.getBody());
        }
    }

    /** A day or an instant, written as text: a number could be seconds, milliseconds or days. */
    private static final class Moment<T> extends StdScalarDeserializer<T> {

        private final transient Class<T> type;
        private final transient BiFunction<String, String, T> reading;

        Moment(Class<T> type, BiFunction<String, String, T> reading) {
            super(type);
            this.type = type;
            this.reading = reading;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            String text = parser.getString();
            return text.isBlank() ? null : reading.apply(text, "");
        }
    }

    private static final class NormalText extends StdScalarDeserializer<String> {

        NormalText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue() || !parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            return Text.storable(parser.getString(), "");
        }
    }
}
