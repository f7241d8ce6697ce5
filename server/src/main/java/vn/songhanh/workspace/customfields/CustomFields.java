package vn.songhanh.workspace.customfields;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ColumnField;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.members.Kinds;

/**
 * The fields that the company added, and what it takes to use them like built-in ones. Remembered for a second, since
 * every write of a record asks.
 */
@Service
public class CustomFields {

    static final int MOST = 200;

    static final String CUSTOM = "custom.";

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();

    private record Remembered(Map<RecordKind, Map<String, CustomField>> fields, long since) {}

    private final CustomFieldStore store;
    private final Kinds kinds;
    private final Audit audit;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    CustomFields(CustomFieldStore store, Kinds kinds, Audit audit, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.audit = audit;
        this.clock = clock;
    }

    /** By key, in the order in which they are shown; the archived ones too. */
    public Map<String, CustomField> of(RecordKind kind) {
        Remembered known = remembered;
        long now = System.nanoTime();
        if (known == null || now - known.since() > REMEMBERED_NANOS) {
            Map<RecordKind, Map<String, CustomField>> fields = new LinkedHashMap<>();
            for (CustomField field : store.all()) {
                fields.computeIfAbsent(field.kind(), k -> new LinkedHashMap<>()).put(field.key(), field);
            }
            known = new Remembered(fields, now);
            remembered = known;
        }
        return known.fields().getOrDefault(kind, Map.of());
    }

    /**
     * The values of a record, each in the form in which it is kept; those with nothing in them are left out.
     *
     * @throws Invalid with every value that does not fit, and every key that is no field, as {@code custom.<key>}
     */
    public Map<String, Object> check(RecordKind kind, @Nullable Map<String, ?> values) {
        return check(kind, values == null ? Map.of() : values, CustomField::read);
    }

    private <T> Map<String, Object> check(
            RecordKind kind, Map<String, T> values, BiFunction<CustomField, T, @Nullable Object> reading) {
        Map<String, Object> clean = new LinkedHashMap<>();
        if (values.isEmpty()) {
            return clean;
        }
        Map<String, CustomField> fields = of(kind);
        Invalid.Check check = new Invalid.Check();
        values.forEach((key, value) -> {
            CustomField field = fields.get(key);
            if (field == null) {
                check.add(new Invalid.FieldError(CUSTOM + key, "unknown-field", Map.of("value", key)));
                return;
            }
            Object read = check.gather(() -> reading.apply(field, value));
            if (read != null) {
                clean.put(key, read);
            }
        });
        check.done();
        return clean;
    }

    /**
     * For {@code FieldSet.orElse}: finds {@code custom.<key>} as a field over a jsonb column.
     *
     * @param column the kind's column {@code custom}
     */
    public Function<String, @Nullable FilterField> fields(RecordKind kind, Field<JSONB> column) {
        return name -> {
            CustomField field = name.startsWith(CUSTOM) ? of(kind).get(name.substring(CUSTOM.length())) : null;
            return field == null
                    ? null
                    : new ColumnField(
                            kind,
                            name,
                            field.type().filteredAs(),
                            CustomFieldStore.value(column, field),
                            field.choices(),
                            ColumnField.Through.NOTHING);
        };
    }

    /** The columns of a file: those of the kind itself, then the fields that the company added. */
    public List<ImportTarget.Field> columns(RecordKind kind, List<ImportTarget.Field> own) {
        List<ImportTarget.Field> columns = new ArrayList<>(own);
        for (CustomField field : of(kind).values()) {
            if (!field.archived()) {
                columns.add(new ImportTarget.Field(
                        CUSTOM + field.key(),
                        false,
                        List.of(field.label().vi(), field.label().en(), field.key()),
                        field.type() == CustomField.Type.CHOICE ? field.choices() : List.of(),
                        Map.of(),
                        List.of(),
                        null));
            }
        }
        return columns;
    }

    /** What a row of a file says in those columns, as {@link #check} gives it. */
    public Map<String, Object> read(RecordKind kind, ImportRow row, Invalid.Check errors) {
        Map<String, String> values = new LinkedHashMap<>();
        row.values().forEach((field, cell) -> {
            if (field.startsWith(CUSTOM)) {
                values.put(field.substring(CUSTOM.length()), cell);
            }
        });
        return Objects.requireNonNullElse(
                errors.gather(() -> check(kind, values, (field, cell) -> field.cell(cell, row.zone()))), Map.of());
    }

    public CustomField require(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("custom-field", id));
    }

    /** @throws Conflict when the kind has {@value #MOST} already, or one of that key */
    @Transactional
    public CustomField create(Viewer viewer, CustomFieldInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        CustomFieldInput.Checked field = input.checked(kinds.withCustomFields());
        store.lock(field.kind());
        if (store.count(field.kind()) >= MOST) {
            throw new Conflict("too-many-custom-fields", Map.of("max", MOST));
        }
        UUID id = Ids.next();
        try {
            store.insert(id, field, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new Conflict("custom-field-key-taken", Map.of("key", field.key()));
        }
        CustomField made = require(id);
        audit.record(viewer, WorkspaceKinds.WORKSPACE, id, "custom-field-created", Map.of(), made.facts());
        forgetAfterCommit();
        return made;
    }

    /**
     * Changes its labels, its place, whether it is archived, and adds choices. Kind, key, type and the choices that it
     * has stay, for records, filters and files rely on them.
     */
    @Transactional
    public CustomField update(Viewer viewer, UUID id, long version, CustomFieldInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        CustomField before = require(id);
        CustomFieldInput.Checked after = input.checked(kinds.withCustomFields());
        new Invalid.Check()
                .that(after.kind().equals(before.kind()), "kind", "never-changes")
                .that(after.key().equals(before.key()), "key", "never-changes")
                .that(after.type() == before.type(), "type", "never-changes")
                .that(
                        after.choices().containsAll(before.choices()),
                        "choices",
                        "choices-stay",
                        Map.of("allowed", before.choices()))
                .that(
                        before.choices().isEmpty() == after.choices().isEmpty(),
                        "choices",
                        "choices-stay",
                        Map.of("allowed", before.choices()))
                .done();
        if (!store.update(id, version, after, clock.instant())) {
            throw new StaleVersion(version, before);
        }
        CustomField made = require(id);
        audit.record(viewer, WorkspaceKinds.WORKSPACE, id, "custom-field-changed", before.facts(), made.facts());
        forgetAfterCommit();
        return made;
    }

    List<CustomField> list(@Nullable RecordKind kind) {
        kinds.check("kind", kind);
        return store.all().stream()
                .filter(field -> kind == null || field.kind() == kind)
                .toList();
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remembered = null;
            }
        });
    }

    /** What a record has in the field: a text, number, date, flag or array of texts; null when there is nothing in it. */
    public static Field<?> value(CustomField field, Field<JSONB> column) {
        return CustomFieldStore.value(column, field);
    }
}
