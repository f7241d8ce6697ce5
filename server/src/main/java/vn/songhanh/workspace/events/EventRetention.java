package vn.songhanh.workspace.events;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events are kept for {@link #KEPT}, and longer while a consumer that wants them has not heard them. */
@Configuration(proxyBeanMethods = false)
class EventRetention {

    static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetOldEvents(EventDispatcher dispatcher, Clock clock) {
        return Tasks.recurring("events.forget", Schedules.daily(LocalTime.of(2, 40)))
                .execute((instance, context) ->
                        dispatcher.forgetBefore(clock.instant().minus(KEPT)));
    }
}
