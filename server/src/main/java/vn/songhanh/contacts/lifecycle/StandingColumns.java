package vn.songhanh.contacts.lifecycle;

import static vn.songhanh.contacts.Columns.utc;
import static vn.songhanh.contacts.Columns.value;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.ExportSource.Column;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.RecordTable;

/** How a {@link Standing} lies in a table. The stage and its moment are written once; then the lifecycle moves them. */
public final class StandingColumns<R extends Staged<?>> implements RecordTable.Rest<R> {

    private final Field<String> stage;
    private final Field<OffsetDateTime> since;
    private final Field<UUID> otherKind;
    private final Field<Integer> recycleCount;
    private final Field<OffsetDateTime> recycledAt;
    private final Field<OffsetDateTime> lastActivityAt;
    private final Field<OffsetDateTime> createdAt;

    public StandingColumns(Table<?> table) {
        stage = RecordTable.column(table, "lifecycle_stage", String.class);
        since = RecordTable.column(table, "lifecycle_since", OffsetDateTime.class);
        otherKind = RecordTable.column(table, "other_kind_id", UUID.class);
        recycleCount = RecordTable.column(table, "recycle_count", Integer.class);
        recycledAt = RecordTable.column(table, "recycled_at", OffsetDateTime.class);
        lastActivityAt = RecordTable.column(table, "last_activity_at", OffsetDateTime.class);
        createdAt = RecordTable.column(table, "created_at", OffsetDateTime.class);
    }

    @Override
    public List<Field<?>> columns() {
        return List.of(stage, since, otherKind, recycleCount, recycledAt, lastActivityAt);
    }

    @Override
    public void write(R record, Map<Field<?>, @Nullable Object> row) {
        row.put(otherKind, value(record.otherKindId()));
    }

    @Override
    public void declare(FieldSet fields) {
        fields.choice("lifecycleStage", stage, LifecycleStage.values())
                .instant("lifecycleSince", since)
                .id("otherKindId", otherKind)
                .number("recycleCount", recycleCount)
                .instant("recycledAt", recycledAt)
                .instant("lastActivityAt", lastActivityAt)
                .sortable("lifecycleSince", since)
                .sortable("lastActivityAt", DSL.coalesce(lastActivityAt, createdAt));
    }

    @Override
    public void begin(R record, Map<Field<?>, @Nullable Object> row) {
        row.put(stage, record.lifecycleStage().name());
        row.put(since, utc(record.lifecycleSince()));
    }

    /** The columns of a file. */
    public List<Column<?>> exported() {
        return List.of(
                Column.choice("lifecycleStage", stage),
                Column.of("lifecycleSince", since),
                Column.of("otherKind", OtherKindStore.nameOf(otherKind)),
                Column.of("recycleCount", recycleCount),
                Column.of("recycledAt", recycledAt),
                Column.of("lastActivityAt", lastActivityAt));
    }
}
