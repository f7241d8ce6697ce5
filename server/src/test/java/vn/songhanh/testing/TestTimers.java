package vn.songhanh.testing;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** In tests no task runs by itself: {@link #runDue} runs, one after the other, those that the clock has made due. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTimers {

    private final SettableClock clock = new SettableClock();
    private final ManualScheduler scheduler;
    private final TestClock testClock;
    private boolean started;

    TestTimers(DataSource dataSource, ObjectProvider<Task<?>> tasks, TestClock testClock) {
        List<Task<?>> once = new ArrayList<>();
        List<RecurringTask<?>> recurring = new ArrayList<>();
        tasks.forEach(task -> {
            if (task instanceof RecurringTask<?> again) {
                recurring.add(again);
            } else {
                once.add(task);
            }
        });
        this.testClock = testClock;
        this.scheduler = TestHelper.createManualScheduler(dataSource, once)
                .clock(clock)
                .tableName("workspace.scheduled_tasks")
                .startTasks(recurring)
                .build();
    }

    @Bean
    static DbSchedulerStarter noStart() {
        return () -> {};
    }

    public void runDue() {
        clock.set(testClock.instant());
        if (!started) {
            scheduler.start();
            started = true;
        }
        scheduler.runAnyDueExecutions();
    }
}
