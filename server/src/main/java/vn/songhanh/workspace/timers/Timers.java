package vn.songhanh.workspace.timers;

import static vn.songhanh.jooq.workspace.Tables.SCHEDULED_TASKS;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.HasTaskName;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
    private final DSLContext db;
    private final Map<String, LocalTime> daily = new ConcurrentHashMap<>();

    /**
     * @param scheduler asked for late: it is made from all tasks, and what runs in a task may need this
     * @param settings asked for late: they tell this when the zone changes
     */
    Timers(ObjectProvider<Scheduler> scheduler, ObjectProvider<Settings> settings, DSLContext db) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.db = db;
    }

    /**
     * Does nothing when this instance of the task is already set.
     *
     * @param task a {@code OneTimeTask<Void>} bean, or its {@code TaskDescriptor}
     */
    public void set(HasTaskName task, String instance, Instant at) {
        // As the scheduler would, but in one statement: two who look first and then both set it would break the
        // transaction of one of them.
        db.insertInto(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.TASK_NAME, task.getTaskName())
                .set(SCHEDULED_TASKS.TASK_INSTANCE, instance)
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at.atOffset(ZoneOffset.UTC))
                .set(SCHEDULED_TASKS.PICKED, false)
                .set(SCHEDULED_TASKS.VERSION, 1L)
                .onConflictDoNothing()
                .execute();
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
        daily.forEach((name, time) -> db.update(SCHEDULED_TASKS)
                .set(
                        SCHEDULED_TASKS.EXECUTION_TIME,
                        new Daily(time, () -> zone).getInitialExecutionTime(now).atOffset(ZoneOffset.UTC))
                .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1L))
                .where(SCHEDULED_TASKS.TASK_NAME.eq(name))
                // One that runs at the moment sets its next time when it is done.
                .and(DSL.not(DSL.condition(SCHEDULED_TASKS.PICKED)))
                .execute());
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
