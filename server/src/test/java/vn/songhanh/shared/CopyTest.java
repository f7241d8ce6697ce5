package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class CopyTest {

    private static final Name NAME = DSL.name("pg_temp", "every type");
    private static final Table<Record> TABLE = DSL.table(NAME);
    private static final List<Field<?>> COLUMNS = List.of(
            column("id"),
            column("text"),
            column("number"),
            column("flag"),
            column("date"),
            column("instant"),
            column("tags"),
            column("ids"),
            column("json"),
            column("bytes"));

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    private static Field<?> column(String name) {
        return DSL.field(DSL.name(name));
    }

    @Test
    void every_type_arrives_as_it_was() {
        UUID id = Ids.next();
        Instant instant = Instant.parse("2026-11-23T02:00:00.123456Z");
        String nasty = "Nguyễn\tVăn \\ A\nđường \"số\" 1\r\n\\N {} , ' 👩‍👧 \u0001 |";
        List<String> tags = List.of(nasty, "", "NULL", "a,b", "{c}");
        transaction.executeWithoutResult(status -> {
            db.execute("""
                    create temporary table "every type" (id uuid, text text, number numeric, flag boolean, date date,
                        instant timestamptz, tags text[], ids uuid[], json jsonb, bytes bytea) on commit drop""");
            Copy.into(db, TABLE, COLUMNS, copy -> {
                copy.row(
                        new MemberId(id),
                        nasty,
                        new BigDecimal("15000000.500000"),
                        true,
                        LocalDate.parse("2026-02-17"),
                        instant,
                        tags,
                        new UUID[] {id},
                        JSONB.valueOf("{\"a\": \"\\\\ \\n\"}"),
                        new byte[] {0, 1, -1});
                copy.row(id, null, null, null, null, null, List.of(), null, null, null);
                copy.row(id, "", 5, Via.IMPORT == Via.API, null, null, null, null, null, null);
            });
            var rows = db.fetch("select * from \"every type\"");
            Record first = rows.getFirst();
            assertThat(first.get("id", UUID.class)).isEqualTo(id);
            assertThat(first.get("text", String.class)).isEqualTo(nasty);
            assertThat(first.get("number", BigDecimal.class)).isEqualByComparingTo("15000000.5");
            assertThat(first.get("flag", Boolean.class)).isTrue();
            assertThat(first.get("date", LocalDate.class)).isEqualTo("2026-02-17");
            assertThat(first.get("instant", Instant.class)).isEqualTo(instant);
            assertThat(first.get("tags", String[].class)).containsExactlyElementsOf(tags);
            assertThat(first.get("ids", UUID[].class)).containsExactly(id);
            assertThat(first.get("json", String.class)).isEqualTo("{\"a\": \"\\\\ \\n\"}");
            assertThat(first.get("bytes", byte[].class)).containsExactly(0, 1, -1);
            assertThat(rows.get(1).get("text")).isNull();
            assertThat(rows.get(1).get("tags", String[].class)).isEmpty();
            assertThat(rows.get(2).get("text", String.class)).isEmpty();
        });
    }

    @Test
    void many_rows_go_in_one_statement_and_a_broken_one_takes_all_with_it() {
        transaction.executeWithoutResult(status -> {
            db.execute("create temporary table \"every type\" (id uuid primary key, text text) on commit drop");
            List<Field<?>> columns = COLUMNS.subList(0, 2);
            long written = Copy.into(db, TABLE, columns, copy -> {
                for (int i = 0; i < 20_000; i++) {
                    copy.row(Ids.next(), "đ".repeat(i % 50));
                }
            });
            assertThat(written).isEqualTo(20_000);
            assertThat(db.fetchCount(TABLE)).isEqualTo(20_000);
        });
        List<UUID> twice = new ArrayList<>(List.of(Ids.next()));
        twice.add(twice.getFirst());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    db.execute("create temporary table \"every type\" (id uuid primary key) on commit drop");
                    Copy.into(db, TABLE, COLUMNS.subList(0, 1), copy -> twice.forEach(copy::row));
                }))
                .hasStackTraceContaining("duplicate key");
    }

    @Test
    void when_the_rows_cannot_be_made_the_connection_stays_usable() {
        db.connection(connection -> {
            DSLContext here = DSL.using(connection, org.jooq.SQLDialect.POSTGRES);
            here.execute("create temporary table \"every type\" (id uuid)");
            assertThatThrownBy(() -> Copy.into(connection, TABLE, COLUMNS.subList(0, 1), copy -> {
                        copy.row(Ids.next());
                        throw new IllegalStateException("no more rows");
                    }))
                    .hasMessage("no more rows");
            assertThat(here.fetchCount(TABLE)).isZero();
            here.execute("drop table \"every type\"");
        });
    }
}
