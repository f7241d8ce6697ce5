package vn.songhanh.workspace.audit;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.workspace.timers.Timers;

/** Seals every minute, so that no write waits for it; checks every night, and whenever somebody asks. */
@Configuration(proxyBeanMethods = false)
class AuditTimers {

    static final TaskDescriptor<Void> CHECK_NOW = TaskDescriptor.of("audit.check-now");

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> sealTheAudit(AuditSeals seals) {
        return Tasks.recurring("audit.seal", FixedDelay.of(BETWEEN)).execute((instance, context) -> {
            while (seals.seal()) {
                // the next ones
            }
        });
    }

    @Bean
    RecurringTask<Void> checkTheAudit(Timers timers, AuditSeals seals) {
        return timers.daily("audit.check", LocalTime.of(3, 10), seals::check);
    }

    @Bean
    OneTimeTask<Void> checkTheAuditNow(AuditSeals seals) {
        return Tasks.oneTime(CHECK_NOW).execute((instance, context) -> seals.check());
    }
}
