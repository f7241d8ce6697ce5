package vn.songhanh.alignment.handoff;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.MemberId;
import vn.songhanh.workspace.calendar.Calendars;
import vn.songhanh.workspace.members.AbsencePlanned;
import vn.songhanh.workspace.members.AccessChanged;
import vn.songhanh.workspace.timers.Timers;

/**
 * A lead does not wait for somebody who is not there: it is passed on when its rep's absence begins, and at once when he
 * leaves or loses the right to answer.
 */
@Component
class RepsGone {

    static final TaskDescriptor<Void> PASS_ON = TaskDescriptor.of("alignment.pass-on");

    /** Whose access it is that changed is not known, as when a role loses a right. */
    private static final String EVERYBODY = "everybody";

    private final Timers timers;
    private final Calendars calendars;
    private final Clock clock;

    RepsGone(Timers timers, Calendars calendars, Clock clock) {
        this.timers = timers;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class PassingOn {

        @Bean
        Task<Void> passOnTask(Handoffs handoffs) {
            return Tasks.oneTime(PASS_ON).execute((instance, context) -> {
                String who = instance.getId().split(" ")[0];
                Set<MemberId> members = who.equals(EVERYBODY) ? handoffs.waitedFor() : Set.of(MemberId.of(who));
                members.forEach(handoffs::passOn);
            });
        }
    }

    @EventListener
    void on(AccessChanged change) {
        MemberId member = change.member();
        lookAt(member == null ? EVERYBODY : member.toString(), clock.instant());
    }

    /** When that day comes, it is looked at whether it still is one of absence. */
    @EventListener
    void on(AbsencePlanned planned) {
        Instant now = clock.instant();
        Instant begin = planned.absence()
                .from()
                .atStartOfDay(calendars.current().zoneAt(now))
                .toInstant();
        lookAt(planned.member().toString(), begin.isAfter(now) ? begin : now);
    }

    /** Each in its own right: one that runs at this moment may have looked too early. */
    private void lookAt(String who, Instant at) {
        timers.set(PASS_ON, who + " " + Ids.next(), at);
    }
}
