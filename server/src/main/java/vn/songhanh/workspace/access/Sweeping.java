package vn.songhanh.workspace.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night: what has expired goes. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

    @Bean
    RecurringTask<Void> sweepTheDoor(Sessions sessions, Throttle throttle, Idempotency idempotency) {
        return Tasks.recurring("access.sweep", Schedules.daily(LocalTime.of(2, 50)))
                .execute((instance, context) -> log.info(
                        "Swept {} sessions, {} throttles, {} idempotency keys",
                        sessions.sweep(),
                        throttle.sweep(),
                        idempotency.sweep()));
    }
}
