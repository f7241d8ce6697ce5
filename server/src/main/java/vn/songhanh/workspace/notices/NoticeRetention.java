package vn.songhanh.workspace.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.workspace.timers.Timers;

/** Nobody reads a notice after {@link #KEPT}. */
@Configuration(proxyBeanMethods = false)
class NoticeRetention {

    static final Duration KEPT = Duration.ofDays(90);

    @Bean
    RecurringTask<Void> forgetOldNotices(Timers timers, NoticeStore store, Clock clock) {
        return timers.daily(
                "notices.forget",
                LocalTime.of(3, 0),
                () -> store.deleteBefore(clock.instant().minus(KEPT)));
    }
}
