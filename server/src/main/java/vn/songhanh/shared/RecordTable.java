package vn.songhanh.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The table of a kind of record, and the statements that every such table has. What is the same in all of them: {@code
 * id}, {@code version}, {@code owner_id}, {@code team_id}, {@code created_at}, {@code updated_at}, {@code deleted_at}.
 *
 * @param <D> what people say of a record
 */
public final class RecordTable<D extends Record, R extends Kept<D>> {

    private final RecordKind kind;
    private final Table<?> table;
    private final Fields<D> details;
    private final SelectField<?> columns;
    private final Function<Row, R> reader;
    private final Rest<R> rest;
    private final Field<String> name;
    private final Field<UUID> id;
    private final Field<Long> version;
    private final Field<UUID> ownerId;
    private final Field<UUID> teamId;
    private final Field<OffsetDateTime> createdAt;
    private final Field<OffsetDateTime> updatedAt;
    private final Field<OffsetDateTime> deletedAt;

    /** The columns that are neither of the details nor the same in all tables. */
    public interface Rest<R> {

        /** In the order in which they are read. */
        List<Field<?>> columns();

        /** What an edit may change. */
        void write(R record, Map<Field<?>, @Nullable Object> row);

        /** What can be asked of them. */
        void declare(FieldSet fields);

        /** What only a new row is given; it changes by statements of its own. */
        default void begin(R record, Map<Field<?>, @Nullable Object> row) {}

        static <R> Rest<R> none() {
            return new Rest<>() {
                @Override
                public List<Field<?>> columns() {
                    return List.of();
                }

                @Override
                public void write(R record, Map<Field<?>, @Nullable Object> row) {
                    // There are none.
                }

                @Override
                public void declare(FieldSet fields) {
                    // There are none.
                }
            };
        }
    }

    /**
     * @param name the column that says what a record is called
     * @param reader takes a row's columns in this order: id, version, details, owner, team, the rest, times
     */
    public RecordTable(
            RecordKind kind,
            Table<?> table,
            Field<String> name,
            Fields<D> details,
            Rest<R> rest,
            Function<Row, R> reader) {
        this.kind = kind;
        this.table = table;
        this.name = name;
        this.details = details;
        this.reader = reader;
        this.rest = rest;
        id = column(table, "id", UUID.class);
        version = column(table, "version", Long.class);
        ownerId = column(table, "owner_id", UUID.class);
        teamId = column(table, "team_id", UUID.class);
        createdAt = column(table, "created_at", OffsetDateTime.class);
        updatedAt = column(table, "updated_at", OffsetDateTime.class);
        deletedAt = column(table, "deleted_at", OffsetDateTime.class);
        columns = Row.columns(
                List.of(id, version),
                details.columns(),
                List.of(ownerId, teamId),
                rest.columns(),
                List.of(createdAt, updatedAt, deletedAt));
    }

    /**
     * A column that several tables have.
     *
     * @throws IllegalStateException when this one has none such
     */
    @SuppressWarnings("unchecked") // asked for
    public static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        Field<?> column = table.field(name);
        if (column == null || column.getType() != type) {
            throw new IllegalStateException(table + " has no " + name + " of " + type);
        }
        return (Field<T>) column;
    }

    /** A record's own columns, for a statement that its store writes itself. */
    public SelectField<?> columns() {
        return columns;
    }

    /** What can be asked of every such record. */
    public FieldSet fields() {
        FieldSet fields =
                details.declare(new FieldSet(kind)).id("ownerId", ownerId).id("teamId", teamId);
        rest.declare(fields);
        return fields.instant("createdAt", createdAt)
                .instant("updatedAt", updatedAt)
                .instant("deletedAt", deletedAt)
                .sortable("createdAt", createdAt)
                .sortable("updatedAt", updatedAt)
                .sortable("deletedAt", DSL.coalesce(deletedAt, createdAt));
    }

    /** The columns of a file that every such record has, after those of its own. */
    public List<ExportSource.Column<?>> exported() {
        return List.of(
                ExportSource.Column.member("owner", ownerId),
                ExportSource.Column.of("createdAt", createdAt),
                ExportSource.Column.of("updatedAt", updatedAt),
                ExportSource.Column.onlyAsked("deletedAt", deletedAt),
                ExportSource.Column.of("id", id));
    }

    /** The record at the beginning of a row. */
    public R read(Row row) {
        return reader.apply(row);
    }

    /** That nobody has changed it since it was made. */
    public Condition untouched() {
        return version.eq(1L);
    }

    public Condition visibleTo(Viewer viewer) {
        return Visibility.of(viewer, kind, Action.READ, ownerId, teamId);
    }

    /** @param deleted those in the bin instead of the living */
    private Condition living(boolean deleted) {
        return deleted ? deletedAt.isNotNull() : deletedAt.isNull();
    }

    private Condition among(Collection<UUID> ids) {
        return id.eq(DSL.any(ids.toArray(UUID[]::new)));
    }

    /** @throws NotFound also for one that the viewer may not see, and for a deleted one */
    public <V> V view(DSLContext db, Viewer viewer, Id which, Sight<V> sight) {
        return view(db, which, visibleTo(viewer), sight);
    }

    /** What the writer of a change made of it, even when it went out of his sight by that. */
    public <V> V viewOfWriter(DSLContext db, Id which, Sight<V> sight) {
        return view(db, which, DSL.noCondition(), sight);
    }

    private <V> V view(DSLContext db, Id which, Condition visible, Sight<V> sight) {
        return Row.find(
                        db.select(selected(sight))
                                .from(sight.joined().apply(table))
                                .where(id.eq(which.value()))
                                .and(living(false))
                                .and(visible),
                        sight.view())
                .orElseThrow(() -> new NotFound(kind, which));
    }

    /**
     * Those that the viewer may see and that the request asks for. A search brings the best matches.
     *
     * @param searching what a needle looks for
     */
    public <V> Page<V> list(
            DSLContext db,
            ListRequest request,
            FilterField.Context context,
            FieldSet fields,
            Function<String, NameSearch> searching,
            Sight<V> sight) {
        Viewer viewer = context.viewer();
        viewer.require(kind, Action.READ);
        Condition wanted = DSL.and(
                living(request.deleted()), visibleTo(viewer), fields.where(Filter.parse(request.filter()), context));
        Keyset keyset = Keyset.of(fields, id, request.sort(), "-createdAt", request.cursor(), request.limit());
        String needle = request.needle();
        if (needle != null) {
            NameSearch search = searching.apply(needle);
            Page<V> best = new Page<>(best(db, search, wanted, keyset.limit(), sight), null, null);
            return request.count() ? best.withTotal((long) db.fetchCount(search.matching(table, wanted))) : best;
        }
        Page<V> page = keyset.page(
                db.select(selected(sight))
                        .select(keyset.columns())
                        .from(sight.joined().apply(table))
                        .where(wanted)
                        .and(keyset.after())
                        .orderBy(keyset.order())
                        .limit(keyset.fetch()),
                sight.view());
        return request.count() ? page.withTotal((long) db.fetchCount(table, wanted)) : page;
    }

    /** The best matches among the living that the viewer may see. */
    public <V> List<V> search(DSLContext db, Viewer viewer, NameSearch search, int limit, Sight<V> sight) {
        return best(db, search, DSL.and(living(false), visibleTo(viewer)), limit, sight);
    }

    /** The best matches among the first {@value NameSearch#CANDIDATES}; whoever sees a full page had better refine. */
    private <V> List<V> best(DSLContext db, NameSearch search, Condition wanted, int limit, Sight<V> sight) {
        Table<?> candidates = DSL.select(ranked(search))
                .from(table)
                .where(wanted)
                .and(search.match())
                .limit(DSL.inline(NameSearch.CANDIDATES))
                .asTable(NameSearch.FOUND);
        Table<?> found = DSL.selectFrom(candidates)
                .orderBy(search.rank())
                .limit(DSL.inline(Math.min(limit, NameSearch.BEST)))
                .asTable(NameSearch.FOUND);
        return Row.all(
                db.select(selected(sight))
                        .from(sight.joined().apply(found.join(table).on(id.eq(NameSearch.ID))))
                        .orderBy(search.rank()),
                sight.view());
    }

    private List<Field<?>> ranked(NameSearch search) {
        return List.of(
                id.as(NameSearch.ID),
                search.name().as(NameSearch.NAME),
                search.folded().as(NameSearch.FOLDED),
                createdAt.as(NameSearch.NEWEST));
    }

    private List<SelectFieldOrAsterisk> selected(Sight<?> sight) {
        List<SelectFieldOrAsterisk> all = new ArrayList<>(List.of(columns));
        all.addAll(sight.beside());
        return all;
    }

    /** What {@link #list} gives for the same request, without its limit, for a file; a search brings all that match. */
    public ExportSource.Rows rows(
            ExportSource.Query query,
            FilterField.Context context,
            FieldSet fields,
            Function<String, NameSearch> searching) {
        Condition matching = DSL.and(living(query.deleted()), fields.where(Filter.parse(query.filter()), context));
        if (query.q() == null || query.q().isBlank()) {
            Keyset keyset = Keyset.of(fields, id, query.sort(), "-createdAt", null, null);
            return new ExportSource.Rows(table, ownerId, teamId, matching, keyset.order());
        }
        NameSearch search = searching.apply(query.q().strip());
        Table<?> found =
                DSL.select(ranked(search)).from(table).where(search.match()).asTable(NameSearch.FOUND);
        return new ExportSource.Rows(
                table.join(found).on(id.eq(NameSearch.ID)), ownerId, teamId, matching, search.rank());
    }

    /** What those of them are called that the viewer may see, the deleted too. */
    public Map<UUID, String> names(DSLContext db, Viewer viewer, Collection<UUID> ids) {
        return db.select(id, name)
                .from(table)
                .where(among(ids))
                .and(visibleTo(viewer))
                .fetchMap(id, name);
    }

    /**
     * For a change: the row as it is, held until the transaction ends.
     *
     * @throws NotFound also for one that the viewer may not see
     */
    public R lock(DSLContext db, Viewer viewer, Id which, boolean deleted) {
        return Row.find(
                        db.select(columns)
                                .from(table)
                                .where(id.eq(which.value()))
                                .and(living(deleted))
                                .and(visibleTo(viewer))
                                .forNoKeyUpdate(),
                        reader)
                .orElseThrow(() -> new NotFound(kind, which));
    }

    /** One in the bin, whoever may see it. */
    public Optional<R> deleted(DSLContext db, Id which) {
        return Row.find(
                db.select(columns).from(table).where(id.eq(which.value())).and(living(true)), reader);
    }

    /** Those of them that live; nobody else can change them until the transaction ends. */
    public List<R> lockAll(DSLContext db, Collection<UUID> ids) {
        return living(db, among(ids), true);
    }

    /**
     * The living ones of which that holds, by their ids.
     *
     * @param held whether they are to be changed, so that nobody else may until the transaction ends
     */
    public List<R> living(DSLContext db, Condition these, boolean held) {
        var select =
                db.select(columns).from(table).where(these).and(living(false)).orderBy(id);
        return Row.all(held ? select.forNoKeyUpdate() : select, reader);
    }

    public void insert(DSLContext db, R record) {
        db.insertInto(table).set(newRow(record)).execute();
    }

    /** What an edit, a deletion or a restoration changes. */
    public void save(DSLContext db, R record) {
        db.update(table)
                .set(version, record.version())
                .set(changed(record))
                .where(id.eq(record.id().value()))
                .execute();
    }

    /** Many new ones at once; each is of version 1, however often it was changed before it was written. */
    public void insertAll(DSLContext db, Collection<R> records) {
        Bulk.insert(db, table, records.stream().map(record -> {
            Map<Field<?>, @Nullable Object> row = newRow(record);
            row.put(version, 1L);
            return row;
        }));
    }

    /** As {@link #save}, many at once. */
    public void saveAll(DSLContext db, Collection<R> records) {
        Bulk.update(db, table, id, records.stream().map(record -> {
            Map<Field<?>, @Nullable Object> row = changed(record);
            row.put(id, record.id().value());
            row.put(version, record.version());
            return row;
        }));
    }

    /**
     * Puts the living of these into the bin of which that holds besides.
     *
     * @return which that were
     */
    public Set<UUID> deleteAll(DSLContext db, Collection<UUID> ids, Condition besides, Instant now) {
        return db.update(table)
                .set(deletedAt, utc(now))
                .set(updatedAt, utc(now))
                .set(version, version.plus(1))
                .where(among(ids))
                .and(besides)
                .and(living(false))
                .returningResult(id)
                .fetchSet(id);
    }

    /** All columns that a new record fills. */
    public Map<Field<?>, @Nullable Object> newRow(R record) {
        Map<Field<?>, @Nullable Object> row = changed(record);
        row.put(id, record.id().value());
        row.put(version, record.version());
        row.put(createdAt, utc(record.times().createdAt()));
        rest.begin(record, row);
        return row;
    }

    /** The columns that may change, the same for a new row and a changed one. */
    private Map<Field<?>, @Nullable Object> changed(R record) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        details.write(record.details(), values);
        values.put(ownerId, value(record.ownerId()));
        values.put(teamId, value(record.teamId()));
        rest.write(record, values);
        values.put(updatedAt, utc(record.times().updatedAt()));
        Instant deleted = record.times().deletedAt();
        values.put(deletedAt, deleted == null ? null : utc(deleted));
        return values;
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
