package vn.songhanh.workspace.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FileTimers {

    @Bean
    RecurringTask<Void> deleteExpiredFiles(StoredFiles files) {
        return Tasks.recurring("files.delete-expired", Schedules.daily(LocalTime.of(2, 30)))
                .execute((instance, context) -> files.deleteExpired());
    }
}
