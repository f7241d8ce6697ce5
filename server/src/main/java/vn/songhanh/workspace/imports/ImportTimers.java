package vn.songhanh.workspace.imports;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs imports one at a time each, on whichever node is free; a node that dies leaves its import to another. */
@Configuration(proxyBeanMethods = false)
class ImportTimers {

    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("imports.run");

    private static final int MOST_FAILURES = 6;

    @Bean
    CustomTask<Void> runImport(ImportJob job) {
        return Tasks.custom(RUN)
                .onFailure((complete, operations) -> tryAgain(job, complete, operations))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean finished =
                            job.run(ImportId.of(instance.getId()), context.getSchedulerState()::isShuttingDown);
                    return finished
                            ? new OnCompleteRemove<>()
                            : new OnCompleteReschedule<>(Schedules.fixedDelay(Duration.ZERO));
                });
    }

    private static void tryAgain(ImportJob job, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        if (failures < MOST_FAILURES) {
            operations.reschedule(complete, complete.getTimeDone().plusSeconds(1L << failures));
        } else {
            job.fail(ImportId.of(complete.getExecution().getId()), "import-broke");
            operations.remove();
        }
    }
}
