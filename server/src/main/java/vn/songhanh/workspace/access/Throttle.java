package vn.songhanh.workspace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.MemberId;

/**
 * Slows guessing down, for all nodes together. In a quarter of an hour strangers have {@value #TRIES} attempts on one
 * account from one address, {@value #ACCOUNT} on one account from anywhere, and from one address they try no more than
 * {@value #ACCOUNTS_OF_ADDRESS} accounts. A browser that the member has signed in from before, and a session that is
 * open, have {@value #TRIES} of their own: whoever guesses elsewhere does not use them up.
 */
@Component
class Throttle {

    static final int TRIES = 10;
    static final int ACCOUNT = 100;
    static final int ACCOUNTS_OF_ADDRESS = 20;

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final ThrottleStore store;
    private final Clock clock;

    Throttle(ThrottleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** From where a password is tried. */
    sealed interface Place {

        /** @param account as it was typed, in lower case: it counts whether there is one or not */
        static Place stranger(String account, @Nullable String address) {
            return new Stranger(account, network(address));
        }

        /** A browser that this account was used in before. */
        static Place device(byte[] digest, String account) {
            return new Known("device " + HexFormat.of().formatHex(digest) + " " + account);
        }

        static Place session(UUID id) {
            return new Known("session " + id);
        }

        /** All keys together, since a key can make keys. */
        static Place keysOf(MemberId member) {
            return new Known("keys of " + member);
        }
    }

    private record Stranger(String account, String network) implements Place {

        String both() {
            return "both " + network + " " + account;
        }

        String anywhere() {
            return "account " + account;
        }

        String address() {
            return "address " + network;
        }
    }

    private record Known(String key) implements Place {}

    /**
     * Counts an attempt before it is made, so that many at once count too.
     *
     * @throws TooManyAttempts when it is one too many
     */
    void attempt(Place place) {
        switch (place) {
            case Known known -> count(known.key(), TRIES);
            case Stranger stranger -> {
                // What is refused here counts no further: one who goes on and on shuts out nobody but himself.
                int tries = count(stranger.both(), TRIES);
                count(stranger.anywhere(), ACCOUNT);
                if (tries == 1) {
                    count(stranger.address(), ACCOUNTS_OF_ADDRESS);
                } else {
                    look(stranger.address(), ACCOUNTS_OF_ADDRESS);
                }
            }
        }
    }

    /** Whoever knew the password was not guessing. */
    void forgive(Place place) {
        switch (place) {
            case Known known -> store.delete(known.key());
            case Stranger stranger -> {
                store.delete(stranger.both());
                store.takeBack(stranger.anywhere(), stranger.address());
            }
        }
    }

    /** Windows that are over are of no use to anybody. */
    int sweep() {
        return store.deleteEnded(now());
    }

    private int count(String key, int most) {
        OffsetDateTime now = now();
        ThrottleStore.Counted counted = store.count(key, now, now.plus(WINDOW));
        within(counted, most);
        return counted.attempts();
    }

    private void look(String key, int most) {
        store.open(key, now()).ifPresent(counted -> within(counted, most));
    }

    private void within(ThrottleStore.Counted counted, int most) {
        if (counted.attempts() > most) {
            throw new TooManyAttempts(Duration.between(now(), counted.endsAt()));
        }
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }

    /** Somebody with one IPv6 address has the 2⁶⁴ of his network, so those count as one. */
    private static String network(@Nullable String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException unusual) {
            return address;
        }
    }
}
