package vn.songhanh.workspace.access;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.when;
import static vn.songhanh.jooq.workspace.Tables.THROTTLE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, for all nodes together: {@value #PAIR} attempts on one account from one address in a quarter of
 * an hour, {@value #ACCOUNT} on one account from anywhere, {@value #ADDRESS} from one address on any. Whoever guesses
 * at an account from elsewhere shuts its owner out only by guessing from very many places, and never out of a session
 * that is open.
 */
@Component
class Throttle {

    static final int PAIR = 10;
    static final int ACCOUNT = 100;
    static final int ADDRESS = 100;

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final DSLContext db;
    private final Clock clock;

    Throttle(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Counts an attempt before it is made, so that many at once count too.
     *
     * @throws TooManyAttempts when it is one too many
     */
    void attempt(String account, @Nullable String address) {
        SortedMap<String, Integer> limits = limits(account, address);
        Instant now = clock.instant();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        // In the order of the keys, so that two attempts wait for each other instead of locking each other out.
        var insert = db.insertInto(THROTTLE, THROTTLE.KEY, THROTTLE.ATTEMPTS, THROTTLE.ENDS_AT);
        for (String key : limits.keySet()) {
            insert = insert.values(key, 1, at.plus(WINDOW));
        }
        Duration wait = Duration.ZERO;
        for (var row : insert.onConflict(THROTTLE.KEY)
                .doUpdate()
                .set(THROTTLE.ATTEMPTS, when(THROTTLE.ENDS_AT.le(at), 1).otherwise(THROTTLE.ATTEMPTS.plus(1)))
                .set(
                        THROTTLE.ENDS_AT,
                        when(THROTTLE.ENDS_AT.le(at), excluded(THROTTLE.ENDS_AT))
                                .otherwise(THROTTLE.ENDS_AT))
                .returning()
                .fetch()) {
            Duration left = Duration.between(now, row.getEndsAt());
            if (row.getAttempts() > limits.getOrDefault(row.getKey(), 0) && left.compareTo(wait) > 0) {
                wait = left;
            }
        }
        if (wait.isPositive()) {
            throw new TooManyAttempts(wait);
        }
    }

    /** Whoever knew the password was not guessing. */
    void forgive(String account, @Nullable String address) {
        db.deleteFrom(THROTTLE).where(THROTTLE.KEY.eq(pair(account, address))).execute();
        db.update(THROTTLE)
                .set(THROTTLE.ATTEMPTS, THROTTLE.ATTEMPTS.minus(1))
                .where(THROTTLE.KEY.in(account(account), address(address)))
                .and(THROTTLE.ATTEMPTS.gt(0))
                .execute();
    }

    /** Windows that are over are of no use to anybody. */
    int sweep() {
        return db.deleteFrom(THROTTLE)
                .where(THROTTLE.ENDS_AT.le(clock.instant().atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static SortedMap<String, Integer> limits(String account, @Nullable String address) {
        return new TreeMap<>(Map.of(
                account(account), ACCOUNT,
                address(address), ADDRESS,
                pair(account, address), PAIR));
    }

    private static String account(String account) {
        return "account " + account;
    }

    private static String address(@Nullable String address) {
        return "address " + network(address);
    }

    private static String pair(String account, @Nullable String address) {
        return "both " + network(address) + " " + account;
    }

    /** Somebody with one IPv6 address has the 2⁶⁴ of his network, so those count as one. */
    private static String network(@Nullable String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException unusual) {
            return address;
        }
    }
}
