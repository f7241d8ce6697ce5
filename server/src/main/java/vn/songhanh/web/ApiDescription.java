package vn.songhanh.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Viewer;

/** What {@code /api/openapi.json} says beside what the controllers show by themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
        // A merge patch is an object of whatever changes.
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Map.class);
        ModelResolver.enumsAsRef = true;
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Song Hành").version("1")).servers(List.of(new Server().url("/")));
    }

    /** {@code MemberController.invite} is {@code memberInvite}: a name that no other controller can take. */
    @Bean
    GlobalOperationCustomizer operationNames() {
        return (operation, handler) -> {
            String concept = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
            String verb = StringUtils.capitalize(handler.getMethod().getName());
            return operation
                    .operationId(StringUtils.uncapitalize(concept) + verb)
                    .tags(List.of(concept));
        };
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    /** Records say by {@link Nullable} what may be missing, and a nested one is named after what holds it. */
    private static final class RecordSchemas implements ModelConverter {

        private static final String NULL = "null";

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
            if (raw.getEnclosingClass() != null
                    && raw.getTypeParameters().length == 0
                    && raw.getName().startsWith("vn.songhanh.")) {
                type.name(raw.getEnclosingClass().getSimpleName() + raw.getSimpleName());
            }
            Schema<?> schema = chain.next().resolve(type, context, chain);
            if (schema != null && raw.isRecord()) {
                Schema<?> whole = schema.get$ref() == null
                        ? schema
                        : context.getDefinedModels().get(StringUtils.getFilename(schema.get$ref()));
                if (whole != null && whole.getProperties() != null) {
                    sayWhatMayBeMissing(raw, whole);
                }
            }
            return schema;
        }

        private static void sayWhatMayBeMissing(Class<?> raw, Schema<?> schema) {
            Map<String, Schema> properties = schema.getProperties();
            Set<String> required = new LinkedHashSet<>();
            for (RecordComponent component : Unwrapped.components(raw)) {
                Schema<?> property = properties.get(component.getName());
                if (property == null) {
                    continue;
                }
                // What people say of a record is what a record has, and they may leave out any of it.
                boolean said = component.getDeclaringRecord() != raw
                        && raw.getSimpleName().endsWith("Input");
                if (said || component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    properties.put(component.getName(), orNull(property));
                } else {
                    required.add(component.getName());
                }
            }
            if (raw == Money.class) {
                // Amounts are written as text: no client's floating point shall round them.
                properties.put("amount", new StringSchema());
            }
            schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
        }

        private static Schema<?> orNull(Schema<?> property) {
            if (property.get$ref() != null) {
                Schema<?> nothing = new Schema<>();
                nothing.addType(NULL);
                Schema<?> either = new Schema<>();
                either.addAnyOfItem(property);
                either.addAnyOfItem(nothing);
                return either;
            }
            if (property.getTypes() != null) {
                property.addType(NULL);
            }
            return property;
        }
    }
}
