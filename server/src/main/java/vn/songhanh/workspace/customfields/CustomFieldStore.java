package vn.songhanh.workspace.customfields;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;
import static vn.songhanh.jooq.workspace.Tables.CUSTOM_FIELD;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import vn.songhanh.jooq.workspace.tables.records.CustomFieldRecord;
import vn.songhanh.shared.RecordKind;

@Repository
class CustomFieldStore {

    private final DSLContext db;

    CustomFieldStore(DSLContext db) {
        this.db = db;
    }

    /** The value in a record's jsonb, in the type that it is compared as. The key is written into the statement. */
    static Field<?> value(Field<JSONB> column, CustomField field) {
        Field<String> text = jsonbGetAttributeAsText(column, inline(field.key()));
        return switch (field.type()) {
            case TEXT, CHOICE -> text;
            case NUMBER -> text.cast(SQLDataType.NUMERIC);
            case DATE -> text.cast(SQLDataType.LOCALDATE);
            case FLAG -> text.cast(SQLDataType.BOOLEAN);
            case LIST ->
                array(select(DSL.field(
                        "jsonb_array_elements_text({0})",
                        SQLDataType.CLOB, jsonbGetAttribute(column, inline(field.key())))));
        };
    }

    List<CustomField> all() {
        return db.selectFrom(CUSTOM_FIELD)
                .orderBy(CUSTOM_FIELD.KIND, CUSTOM_FIELD.POSITION, CUSTOM_FIELD.CREATED_AT, CUSTOM_FIELD.ID)
                .fetch(CustomFieldStore::field);
    }

    Optional<CustomField> find(UUID id) {
        return db.selectFrom(CUSTOM_FIELD).where(CUSTOM_FIELD.ID.eq(id)).fetchOptional(CustomFieldStore::field);
    }

    /** One at a time adds a field to a kind, so that the limit holds. */
    void lock(RecordKind kind) {
        db.execute("select pg_advisory_xact_lock(hashtext({0}))", inline("custom-field " + kind));
    }

    int count(RecordKind kind) {
        return db.fetchCount(CUSTOM_FIELD, CUSTOM_FIELD.KIND.eq(kind.name()));
    }

    void insert(UUID id, CustomFieldInput.Checked field, Instant now) {
        Field<Integer> last =
                DSL.field(select(DSL.coalesce(DSL.max(CUSTOM_FIELD.POSITION), 0).plus(1))
                        .from(CUSTOM_FIELD)
                        .where(CUSTOM_FIELD.KIND.eq(field.kind().name())));
        db.insertInto(CUSTOM_FIELD)
                .set(CUSTOM_FIELD.ID, id)
                .set(CUSTOM_FIELD.KIND, field.kind().name())
                .set(CUSTOM_FIELD.KEY, field.key())
                .set(CUSTOM_FIELD.TYPE, field.type().name())
                .set(CUSTOM_FIELD.LABEL_VI, field.label().vi())
                .set(CUSTOM_FIELD.LABEL_EN, field.label().en())
                .set(CUSTOM_FIELD.CHOICES, field.choices().toArray(String[]::new))
                .set(CUSTOM_FIELD.POSITION, field.position() == null ? last : DSL.val(field.position()))
                .set(CUSTOM_FIELD.ARCHIVED, field.archived())
                .set(CUSTOM_FIELD.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(CUSTOM_FIELD.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** @return whether it still was of that version */
    boolean update(UUID id, long version, CustomFieldInput.Checked field, Instant now) {
        return db.update(CUSTOM_FIELD)
                        .set(CUSTOM_FIELD.LABEL_VI, field.label().vi())
                        .set(CUSTOM_FIELD.LABEL_EN, field.label().en())
                        .set(CUSTOM_FIELD.CHOICES, field.choices().toArray(String[]::new))
                        .set(
                                CUSTOM_FIELD.POSITION,
                                field.position() == null ? CUSTOM_FIELD.POSITION : DSL.val(field.position()))
                        .set(CUSTOM_FIELD.ARCHIVED, field.archived())
                        .set(CUSTOM_FIELD.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(CUSTOM_FIELD.VERSION, version + 1)
                        .where(CUSTOM_FIELD.ID.eq(id))
                        .and(CUSTOM_FIELD.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private static CustomField field(CustomFieldRecord row) {
        return new CustomField(
                row.getId(),
                row.getVersion(),
                RecordKind.valueOf(row.getKind()),
                row.getKey(),
                CustomField.Type.valueOf(row.getType()),
                new CustomField.Label(row.getLabelVi(), row.getLabelEn()),
                List.of(row.getChoices()),
                row.getPosition(),
                row.getArchived(),
                row.getCreatedAt().toInstant());
    }
}
