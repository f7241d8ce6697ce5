package vn.songhanh.workspace.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.workspace.timers.Timers;

@Configuration(proxyBeanMethods = false)
class FileTimers {

    @Bean
    RecurringTask<Void> deleteExpiredFiles(Timers timers, StoredFiles files) {
        return timers.daily("files.delete-expired", LocalTime.of(2, 30), files::deleteExpired);
    }
}
