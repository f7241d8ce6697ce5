package vn.songhanh.workspace.timers;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Once a day at a time of the company's clock, in whatever zone the server stands. */
record Daily(LocalTime time, Supplier<ZoneId> zone) implements Schedule {

    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
        return Schedules.daily(zone.get(), time).getNextExecutionTime(done);
    }

    @Override
    public boolean isDeterministic() {
        return true;
    }
}
