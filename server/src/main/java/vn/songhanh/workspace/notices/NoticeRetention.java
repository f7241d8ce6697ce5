package vn.songhanh.workspace.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody reads a notice after {@link #KEPT}. */
@Configuration(proxyBeanMethods = false)
class NoticeRetention {

    static final Duration KEPT = Duration.ofDays(90);

    @Bean
    RecurringTask<Void> forgetOldNotices(NoticeStore store, Clock clock) {
        return Tasks.recurring("notices.forget", Schedules.daily(LocalTime.of(3, 0)))
                .execute((instance, context) ->
                        store.deleteBefore(clock.instant().minus(KEPT)));
    }
}
