package vn.songhanh.workspace.timers;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A module declares timed work as a bean: {@code Tasks.recurring("audit.seal", FixedDelay.of(…)).execute(…)},
 * {@link Timers#daily}, or a {@code Tasks.oneTime(…)} that it schedules through {@link Timers#set}. A task survives a restart and runs on one node.
 */
@Configuration(proxyBeanMethods = false)
class TimersConfiguration {

    /** A task's due time is compared with the same clock by which it was set. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(java.time.Clock clock) {
        return clock::instant;
    }

    @Bean
    DbSchedulerCustomizer schedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newVirtualThreadPerTaskExecutor());
            }
        };
    }
}
