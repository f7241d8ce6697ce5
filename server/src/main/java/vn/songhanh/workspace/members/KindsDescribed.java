package vn.songhanh.workspace.members;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.RecordKind;

/** Names the kinds that there are in the description of the API. */
@Component
class KindsDescribed implements ModelConverter {

    private static final String NAME = "RecordKind";

    private final Kinds kinds;

    KindsDescribed(Kinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (Json31.mapper().constructType(type.getType()).getRawClass() != RecordKind.class) {
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
        StringSchema schema = new StringSchema();
        kinds.all().forEach(kind -> schema.addEnumItem(kind.name()));
        context.defineModel(NAME, schema);
        return new Schema<>().$ref("#/components/schemas/" + NAME);
    }
}
