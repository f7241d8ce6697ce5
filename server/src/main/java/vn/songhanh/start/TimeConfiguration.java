package vn.songhanh.start;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.shared.AsOf;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** Microseconds, as PostgreSQL keeps them: what was written compares equal to what is read back. */
    @Bean
    Clock clock() {
        return AsOf.over(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
    }
}
