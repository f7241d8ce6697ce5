package vn.songhanh.workspace.timers;

import static vn.songhanh.jooq.workspace.Tables.SCHEDULED_TASKS;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The scheduler's table, where its own interface does not do. */
@Component
class TimerStore {

    private final DSLContext db;

    TimerStore(DSLContext db) {
        this.db = db;
    }

    /**
     * As the scheduler would, but in one statement: two who look first and then both set it would break the transaction
     * of one of them.
     */
    void set(String task, String instance, Instant at) {
        db.insertInto(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.TASK_NAME, task)
                .set(SCHEDULED_TASKS.TASK_INSTANCE, instance)
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at.atOffset(ZoneOffset.UTC))
                .set(SCHEDULED_TASKS.PICKED, false)
                .set(SCHEDULED_TASKS.VERSION, 1L)
                .onConflictDoNothing()
                .execute();
    }

    /** One that runs at the moment sets its next time itself when it is done. */
    void move(String task, Instant at) {
        db.update(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at.atOffset(ZoneOffset.UTC))
                .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1L))
                .where(SCHEDULED_TASKS.TASK_NAME.eq(task))
                .and(DSL.not(DSL.condition(SCHEDULED_TASKS.PICKED)))
                .execute();
    }
}
