package vn.songhanh.contacts.source;

import static vn.songhanh.jooq.contacts.Tables.SOURCE;
import static vn.songhanh.jooq.contacts.Tables.SOURCE_LIST;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.Columns;

@Component
class SourceStore {

    /** Of the list in the audit trail: there is one. */
    static final UUID ID = new UUID(0, 1);

    private final DSLContext db;

    SourceStore(DSLContext db) {
        this.db = db;
    }

    SourceList list() {
        return list(
                db.select(SOURCE_LIST.VERSION).from(SOURCE_LIST).fetchSingle().value1());
    }

    /** Nobody else changes it until the transaction ends. */
    SourceList lock() {
        return list(db.select(SOURCE_LIST.VERSION)
                .from(SOURCE_LIST)
                .forUpdate()
                .fetchSingle()
                .value1());
    }

    private SourceList list(long version) {
        return new SourceList(
                version,
                db.selectFrom(SOURCE)
                        .orderBy(SOURCE.POSITION)
                        .fetch(row -> new SourceList.Named(row.getName(), List.of(row.getAliases()))));
    }

    void replace(SourceList list, Instant now) {
        db.deleteFrom(SOURCE).execute();
        int[] position = {0};
        List<Query> rows = list.items().stream()
                .map(item -> (Query) db.insertInto(SOURCE)
                        .set(SOURCE.POSITION, ++position[0])
                        .set(SOURCE.NAME, item.name())
                        .set(
                                SOURCE.ALIASES,
                                item.aliases() == null
                                        ? new String[0]
                                        : item.aliases().toArray(String[]::new)))
                .toList();
        db.batch(rows).execute();
        db.update(SOURCE_LIST)
                .set(SOURCE_LIST.VERSION, SOURCE_LIST.VERSION.plus(1))
                .set(SOURCE_LIST.UPDATED_AT, Columns.utc(now))
                .execute();
    }

    /** Calls those by their names that go by another word; that is no change of what people say of a contact. */
    void rename(Map<String, String> byWord) {
        String[] words = byWord.keySet().toArray(String[]::new);
        String[] names = byWord.values().toArray(String[]::new);
        db.execute("""
                update contacts.contact set source_channel = known.name
                from unnest({0}, {1}) as known (word, name)
                where source_channel is not null and public.fold(source_channel) = known.word
                    and source_channel <> known.name
                """, DSL.val(words), DSL.val(names));
    }
}
