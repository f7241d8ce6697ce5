package vn.songhanh.workspace.timers;

import static vn.songhanh.jooq.workspace.Tables.SCHEDULED_TASKS;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.HasTaskName;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sets one-time work for a moment, in the caller's transaction: it comes if, and only if, that commits. */
@Component
public class Timers {

    private final ObjectProvider<Scheduler> scheduler;
    private final DSLContext db;

    /** @param scheduler asked for late: it is made from all tasks, and what runs in a task may need this */
    Timers(ObjectProvider<Scheduler> scheduler, DSLContext db) {
        this.scheduler = scheduler;
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
