package vn.songhanh.workspace.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.HasTaskName;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.songhanh.workspace.settings.Settings;

/**
 * Sets one-time work for a moment, in the caller's transaction: it comes if, and only if, that commits. And declares what
 * comes every day, at a time of the company's clock.
 */
@Component
public class Timers {

    private final ObjectProvider<Scheduler> scheduler;
    private final ObjectProvider<Settings> settings;
    private final TimerStore store;
    private final Map<String, LocalTime> daily = new ConcurrentHashMap<>();

    /**
     * @param scheduler asked for late: it is made from all tasks, and what runs in a task may need this
     * @param settings asked for late: they tell this when the zone changes
     */
    Timers(ObjectProvider<Scheduler> scheduler, ObjectProvider<Settings> settings, TimerStore store) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.store = store;
    }

    /**
     * Does nothing when this instance of the task is already set.
     *
     * @param task a {@code OneTimeTask<Void>} bean, or its {@code TaskDescriptor}
     */
    public void set(HasTaskName task, String instance, Instant at) {
        store.set(task.getTaskName(), instance, at);
        lookAfterCommit();
    }

    /** For a bean that declares the task; {@code time} is by the company's clock, also after its zone is changed. */
    public RecurringTask<Void> daily(String name, LocalTime time, Runnable work) {
        daily.put(name, time);
        return Tasks.recurring(
                        name,
                        new Daily(time, () -> settings.getObject().workspace().zone()))
                .execute((instance, context) -> work.run());
    }

    /** The company's clock goes by another zone: what comes every day comes next at its time there. */
    public void replan(ZoneId zone, Instant now) {
        daily.forEach((name, time) -> store.move(name, new Daily(time, () -> zone).getInitialExecutionTime(now)));
    }

    /** Does nothing when it is not set; one that runs at the moment runs to its end. */
    public void cancel(HasTaskName task, String instance) {
        TaskInstanceId id = TaskInstanceId.of(task.getTaskName(), instance);
        scheduler
                .getObject()
                .getScheduledExecution(id)
                .filter(execution -> !execution.isPicked())
                .ifPresent(execution -> scheduler.getObject().cancel(id));
    }

    /** The scheduler polls slowly; what is due at once need not wait for that. */
    private void lookAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.getObject().triggerCheckForDueExecutions();
                }
            });
        } else {
            scheduler.getObject().triggerCheckForDueExecutions();
        }
    }
}
