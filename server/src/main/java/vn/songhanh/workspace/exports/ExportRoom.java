package vn.songhanh.workspace.exports;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.songhanh.shared.MemberId;

/**
 * Who may export now: {@value #AT_ONCE} at once, for each holds one of the database's connections for as long as its
 * reader takes, and no member {@value #OF_ONE_MEMBER} of them; whoever has more readers waits for his own, and keeps
 * nobody else waiting.
 */
final class ExportRoom {

    static final int AT_ONCE = 4;
    static final int OF_ONE_MEMBER = 2;
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore all = new Semaphore(AT_ONCE, true);
    private final Map<MemberId, Own> members = new ConcurrentHashMap<>();

    /** Those of one member; there as long as he has any. */
    private static final class Own {
        private final Semaphore places = new Semaphore(OF_ONE_MEMBER, true);
        private int users;
    }

    /** @throws TooManyExports when there is no place in time */
    void enter(MemberId member) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Own own = members.compute(member, (id, known) -> {
            Own his = known == null ? new Own() : known;
            his.users++;
            return his;
        });
        boolean his = false;
        boolean entered = false;
        try {
            his = own.places.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            entered = his && all.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            if (!entered) {
                if (his) {
                    own.places.release();
                }
                forget(member);
            }
        }
        if (!entered) {
            throw new TooManyExports(PATIENCE);
        }
    }

    void leave(MemberId member) {
        all.release();
        members.computeIfPresent(member, (id, own) -> {
            own.places.release();
            return own;
        });
        forget(member);
    }

    private void forget(MemberId member) {
        members.computeIfPresent(member, (id, own) -> --own.users == 0 ? null : own);
    }
}
