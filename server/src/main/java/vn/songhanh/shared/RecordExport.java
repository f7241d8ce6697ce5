package vn.songhanh.shared;

import org.jooq.Field;
import org.jooq.JSONB;

/** Records of a kind in a file, as their store lists them. */
public abstract class RecordExport implements ExportSource {

    private final RecordKind kind;
    private final RecordStore<?, ?, ?> store;
    private final Field<JSONB> custom;

    protected RecordExport(RecordKind kind, RecordStore<?, ?, ?> store, Field<JSONB> custom) {
        this.kind = kind;
        this.store = store;
        this.custom = custom;
    }

    @Override
    public RecordKind kind() {
        return kind;
    }

    @Override
    public Field<JSONB> custom() {
        return custom;
    }

    @Override
    public Rows rows(Query query, FilterField.Context context) {
        return store.rows(query, context);
    }
}
