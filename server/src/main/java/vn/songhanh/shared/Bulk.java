package vn.songhanh.shared;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes many rows in one statement, by {@link Copy}. All rows name the same columns in the same order. */
public final class Bulk {

    private Bulk() {}

    public static void insert(
            DSLContext db, Table<?> table, Stream<? extends Map<Field<?>, ? extends @Nullable Object>> rows) {
        copy(db, table, rows.iterator());
    }

    /** By way of a table that lives as long as the transaction. */
    public static void update(
            DSLContext db,
            Table<?> table,
            Field<?> id,
            Stream<? extends Map<Field<?>, ? extends @Nullable Object>> rows) {
        Iterator<? extends Map<Field<?>, ? extends @Nullable Object>> all = rows.iterator();
        if (!all.hasNext()) {
            return;
        }
        Map<Field<?>, ? extends @Nullable Object> first = all.next();
        Name edited = DSL.name(table.getName() + "_edited");
        List<Field<?>> columns = List.copyOf(first.keySet());
        db.query(
                        "create temporary table {0} on commit drop as select {1} from {2} with no data",
                        edited, DSL.list(columns.toArray(QueryPart[]::new)), table)
                .execute();
        copy(db, DSL.table(edited), Stream.concat(Stream.of(first), stream(all)).iterator());
        List<QueryPart> assignments = new ArrayList<>();
        for (Field<?> column : columns) {
            if (!column.equals(id)) {
                Name name = column.getUnqualifiedName();
                assignments.add(DSL.sql("{0} = {1}.{0}", name, edited));
            }
        }
        db.query(
                        "update {0} set {1} from {2} where {3} = {2}.{4}",
                        table, DSL.list(assignments.toArray(QueryPart[]::new)), edited, id, id.getUnqualifiedName())
                .execute();
        db.query("drop table {0}", edited).execute();
    }

    private static void copy(
            DSLContext db, Table<?> table, Iterator<? extends Map<Field<?>, ? extends @Nullable Object>> rows) {
        if (!rows.hasNext()) {
            return;
        }
        Map<Field<?>, ? extends @Nullable Object> first = rows.next();
        Copy.into(db, table, List.copyOf(first.keySet()), copy -> {
            copy.row(first.values().toArray());
            rows.forEachRemaining(row -> copy.row(row.values().toArray()));
        });
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        List<T> rest = new ArrayList<>();
        iterator.forEachRemaining(rest::add);
        return rest.stream();
    }
}
