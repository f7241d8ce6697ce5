package vn.songhanh.workspace.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.HasTaskName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sets one-time work for a moment, in the caller's transaction: it comes if, and only if, that commits. */
@Component
public class Timers {

    private final ObjectProvider<Scheduler> scheduler;

    /** @param scheduler asked for late: it is made from all tasks, and what runs in a task may need this */
    Timers(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Does nothing when this instance of the task is already set.
     *
     * @param task a {@code OneTimeTask<Void>} bean, or its {@code TaskDescriptor}
     */
    public void set(HasTaskName task, String instance, Instant at) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(task.getTaskName(), instance), at);
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
