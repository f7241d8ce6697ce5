package vn.songhanh.workspace.timers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.testing.TestTimers;

@SongHanhTest
@Import(TimersTest.Bell.class)
class TimersTest {

    private static final List<String> rung = new CopyOnWriteArrayList<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Bell {

        @Bean
        OneTimeTask<Void> bell() {
            return Tasks.oneTime("test.bell").execute((instance, context) -> rung.add(instance.getId()));
        }
    }

    @Autowired
    Timers timers;

    @Autowired
    OneTimeTask<Void> bell;

    @Autowired
    TestTimers due;

    @Autowired
    Api api;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void silence() {
        rung.clear();
    }

    @Test
    void work_is_done_when_its_time_has_come_and_only_once() {
        timers.set(bell, "one", clock.instant().plus(Duration.ofMinutes(5)));
        timers.set(bell, "one", clock.instant());
        due.runDue();
        assertThat(rung).isEmpty();
        clock.advance(Duration.ofMinutes(6));
        due.runDue();
        due.runDue();
        assertThat(rung).containsExactly("one");
    }

    @Test
    void work_set_in_a_transaction_that_fails_never_comes() {
        transaction.executeWithoutResult(status -> {
            timers.set(bell, "two", clock.instant());
            status.setRollbackOnly();
        });
        due.runDue();
        assertThat(rung).isEmpty();
    }

    @Test
    void what_comes_every_day_comes_at_its_time_by_the_companys_clock_also_when_that_is_changed() {
        due.runDue();
        assertThat(daily(ZoneId.of("Asia/Ho_Chi_Minh")))
                .containsEntry("audit.check", LocalTime.of(3, 10))
                .containsEntry("events.forget", LocalTime.of(2, 40));

        Api.Answer settings = api.get("/api/workspace");
        Api.Answer london = api.patch("/api/workspace", settings.etag(), Map.of("zone", "Europe/London"))
                .expect(200);
        assertThat(daily(ZoneId.of("Europe/London")))
                .containsEntry("audit.check", LocalTime.of(3, 10))
                .containsEntry("events.forget", LocalTime.of(2, 40));

        clock.advance(Duration.ofDays(1));
        due.runDue();
        assertThat(daily(ZoneId.of("Europe/London"))).containsEntry("audit.check", LocalTime.of(3, 10));
        api.patch("/api/workspace", london.etag(), Map.of("zone", "Asia/Ho_Chi_Minh"))
                .expect(200);
    }

    private Map<String, LocalTime> daily(ZoneId zone) {
        return db.resultQuery("select task_name, execution_time from workspace.scheduled_tasks")
                .fetchMap(
                        row -> row.get(0, String.class),
                        row -> row.get(1, OffsetDateTime.class)
                                .atZoneSameInstant(zone)
                                .toLocalTime());
    }

    @Test
    void work_that_was_called_off_does_not_come() {
        timers.set(bell, "three", clock.instant().plus(Duration.ofMinutes(5)));
        timers.cancel(bell, "three");
        timers.cancel(bell, "never set");
        clock.advance(Duration.ofMinutes(6));
        due.runDue();
        assertThat(rung).isEmpty();
    }
}
