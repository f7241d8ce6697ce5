package vn.songhanh.workspace.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.workspace.timers.Timers;

/** Every night: what has expired goes. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

    @Bean
    RecurringTask<Void> sweepTheDoor(Timers timers, Sessions sessions, Throttle throttle, Idempotency idempotency) {
        return timers.daily(
                "access.sweep",
                LocalTime.of(2, 50),
                () -> log.info(
                        "Swept {} sessions, {} throttles, {} idempotency keys",
                        sessions.sweep(),
                        throttle.sweep(),
                        idempotency.sweep()));
    }
}
