package vn.songhanh.shared;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Keeps the records of a kind: what every store does by its {@link RecordTable}. A store extends this and writes the
 * statements that only its kind has.
 *
 * @param <V> a record as a viewer sees it
 */
public abstract class RecordStore<D extends Record, R extends Kept<D>, V> {

    protected final DSLContext db;
    private final RecordTable<D, R> table;
    private final FieldSource fields;

    protected RecordStore(DSLContext db, RecordTable<D, R> table, FieldSource fields) {
        this.db = db;
        this.table = table;
        this.fields = fields;
    }

    protected abstract Sight<V> sight(Viewer viewer);

    /** What a needle looks for. */
    protected abstract NameSearch searching(String needle);

    /** @throws NotFound also for one that the viewer may not see, and for a deleted one */
    public V view(Viewer viewer, Id id) {
        return table.view(db, viewer, id, sight(viewer));
    }

    /** What the writer of a change made of it, even when it went out of his sight by that. */
    public V viewOfWriter(Viewer viewer, Id id) {
        return table.viewOfWriter(db, id, sight(viewer));
    }

    /** Those that the viewer may see and that the request asks for. A search brings the best matches. */
    public Page<V> list(ListRequest request, FilterField.Context context) {
        return table.list(db, request, context, fields.fields(), this::searching, sight(context.viewer()));
    }

    /** What {@link #list} gives, without its limit, for a file. */
    public ExportSource.Rows rows(ExportSource.Query query, FilterField.Context context) {
        return table.rows(query, context, fields.fields(), this::searching);
    }

    /** The best matches among the living that the viewer may see. */
    public List<V> search(Viewer viewer, String needle, int limit) {
        return table.search(db, viewer, searching(needle), limit, sight(viewer));
    }

    /** What those of them are called that the viewer may see, the deleted too. */
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return table.names(db, viewer, ids);
    }

    /**
     * For a change: the record as it is, held until the transaction ends.
     *
     * @throws NotFound also for one that the viewer may not see
     */
    public R lock(Viewer viewer, Id id, boolean deleted) {
        return table.lock(db, viewer, id, deleted);
    }

    /** One in the bin, whoever may see it. */
    public Optional<R> deleted(Id id) {
        return table.deleted(db, id);
    }

    /** Those of them that live; nobody else can change them until the transaction ends. */
    public List<R> lockAll(Collection<UUID> ids) {
        return table.lockAll(db, ids);
    }

    /** @param held whether they are to be changed, so that nobody else may until the transaction ends */
    protected List<R> living(Condition these, boolean held) {
        return table.living(db, these, held);
    }

    public void insert(R record) {
        table.insert(db, record);
    }

    /** What an edit, a deletion or a restoration changes. */
    public void save(R record) {
        table.save(db, record);
    }

    /** Many new ones at once. */
    public void insertAll(Collection<R> records) {
        table.insertAll(db, records);
    }

    /** As {@link #save}, many at once. */
    public void saveAll(Collection<R> records) {
        table.saveAll(db, records);
    }

    /** Puts the living of these into the bin. */
    public void deleteAll(Collection<UUID> ids, Instant now) {
        table.deleteAll(db, ids, DSL.noCondition(), now);
    }

    /**
     * Puts those into the bin that nobody has changed since they were made.
     *
     * @return which that were
     */
    public Set<UUID> deleteUntouched(Collection<UUID> ids, Instant now) {
        return deleteUntouched(ids, DSL.noCondition(), now);
    }

    /** As the other, and of which that holds. */
    protected Set<UUID> deleteUntouched(Collection<UUID> ids, Condition besides, Instant now) {
        return table.deleteAll(db, ids, table.untouched().and(besides), now);
    }
}
