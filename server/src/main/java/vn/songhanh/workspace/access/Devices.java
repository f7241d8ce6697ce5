package vn.songhanh.workspace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.MemberId;
import vn.songhanh.workspace.access.Throttle.Place;

/**
 * Knows a browser again in which somebody has signed in before, by a cookie that opens nothing by itself. It is another
 * one after every sign-in, so one that somebody planted or copied is soon good for nothing.
 */
@Component
class Devices {

    static final Duration KNOWN_FOR = Duration.ofDays(365);

    /** Of one member; the ones used longest ago are forgotten. */
    static final int MOST = 20;

    private final DeviceStore store;
    private final Clock clock;

    Devices(DeviceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * From where somebody tries to get into an account.
     *
     * @param device the browser's cookie
     */
    Place of(@Nullable String device, String account, @Nullable String address) {
        byte[] digest = device == null || device.isEmpty() ? null : Token.digest(device);
        return digest != null && store.knows(digest, account, clock.instant())
                ? Place.device(digest, account)
                : Place.stranger(account, address);
    }

    /**
     * Remembers the browser for a member who has just signed in.
     *
     * @param former its cookie until now
     * @return its cookie from now on; only its digest is kept
     */
    String renew(@Nullable String former, MemberId member) {
        String device = Token.random();
        byte[] digest = Token.digest(device);
        Instant now = clock.instant();
        if (former != null && !former.isEmpty()) {
            store.rename(Token.digest(former), digest);
        }
        store.save(digest, member, now, now.plus(KNOWN_FOR));
        store.keep(MOST, member);
        return device;
    }

    void forget(MemberId member) {
        store.deleteAll(member);
    }

    int sweep() {
        return store.deleteExpired(clock.instant());
    }
}
