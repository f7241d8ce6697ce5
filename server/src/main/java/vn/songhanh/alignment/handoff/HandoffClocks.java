package vn.songhanh.alignment.handoff;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks at the clocks whose next moment has come: one index says which, so a look that finds none costs next to
 * nothing, and a thousand that fall due at once are one batch after another.
 */
@Configuration(proxyBeanMethods = false)
class HandoffClocks {

    private static final Duration BETWEEN = Duration.ofSeconds(10);

    @Bean
    Task<Void> handoffClocksTask(Handoffs handoffs) {
        return Tasks.recurring("alignment.clocks", FixedDelay.of(BETWEEN)).execute((instance, context) -> {
            while (handoffs.look()) {
                // the next batch
            }
        });
    }
}
