package vn.songhanh.workspace.timers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
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
    void work_that_was_called_off_does_not_come() {
        timers.set(bell, "three", clock.instant().plus(Duration.ofMinutes(5)));
        timers.cancel(bell, "three");
        timers.cancel(bell, "never set");
        clock.advance(Duration.ofMinutes(6));
        due.runDue();
        assertThat(rung).isEmpty();
    }
}
