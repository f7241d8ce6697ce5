package vn.songhanh.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;

@SongHanhTest
class DatabaseTest {

    @Autowired
    DSLContext db;

    @Autowired
    Clock clock;

    @Test
    void the_application_signs_in_as_a_role_that_cannot_change_a_table() {
        assertThat(db.fetchValue("select current_user::text")).isEqualTo("songhanh_app");
        assertThatThrownBy(() -> db.execute("create table contacts.mine (id int)"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.execute("create table public.mine (id int)"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void the_application_may_use_every_table_of_every_module() {
        assertThat(db.fetch("""
                                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                                  and not has_schema_privilege(n.oid, 'usage')""")).isEmpty();
    }

    @Test
    void the_application_may_make_temporary_tables() {
        db.connection(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create temporary table staging (id int)");
                statement.execute("drop table staging");
            }
        });
    }

    @Test
    void time_stands_still_on_monday_morning() {
        assertThat(clock.instant()).isEqualTo(TestClock.MONDAY_MORNING);
    }
}
