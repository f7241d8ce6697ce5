package vn.songhanh.workspace.events;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.workspace.timers.Timers;

/** Events are kept for {@link #KEPT}, and longer while a consumer that wants them has not heard them. */
@Configuration(proxyBeanMethods = false)
class EventRetention {

    static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetOldEvents(Timers timers, EventDispatcher dispatcher, Clock clock) {
        return timers.daily(
                "events.forget",
                LocalTime.of(2, 40),
                () -> dispatcher.forgetBefore(clock.instant().minus(KEPT)));
    }
}
