package vn.songhanh.workspace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.members.AccessChanged;
import vn.songhanh.workspace.members.AddressChanged;
import vn.songhanh.workspace.members.Member;

/** People coming in with a password, and going out again. */
@Service
class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    /** A session that nobody uses ends after this; a working day with its evening fits in. */
    static final Duration IDLE = Duration.ofHours(12);

    /** And each ends after this, used or not. */
    static final Duration LONGEST = Duration.ofDays(14);

    private final SessionStore store;
    private final ApiKeys keys;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Devices devices;
    private final Viewers viewers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sessions(
            SessionStore store,
            ApiKeys keys,
            Passwords passwords,
            Throttle throttle,
            Devices devices,
            Viewers viewers,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a browser gets that somebody has signed in with. Only the digests are kept.
     *
     * @param device by which the browser is known again; see {@link Devices}
     */
    record Opened(String session, String device) {}

    /**
     * The same answer after the same time, whether the account is unknown, disabled, not yet invited, or the password
     * is wrong.
     *
     * @param device the browser's cookie of an earlier sign-in
     * @throws Unauthenticated when the two do not fit
     * @throws TooManyAttempts after too many that did not
     */
    Opened signIn(String email, String password, @Nullable String address, @Nullable String device) {
        String account = Text.clean(email, "email").toLowerCase(Locale.ROOT);
        if (account.length() > 254) {
            throw new Invalid("email", "not-an-email");
        }
        passwords.requireRoom();
        Throttle.Place place = devices.of(device, account, address);
        throttle.attempt(place);
        Optional<SessionStore.Account> found = store.account(account);
        Object who = found.<Object>map(SessionStore.Account::member).orElse("an unknown account");
        if (!passwords.fits(password, found.map(SessionStore.Account::hash).orElse(null))) {
            log.info("Sign-in of {} from {} refused", who, address);
            throw new Unauthenticated("wrong-credentials");
        }
        SessionStore.Account member = found.orElseThrow();
        Opened opened = Objects.requireNonNull(transaction.execute(status -> {
            if (!store.holds(member)) {
                // Changed or shut while the password was being checked.
                throw new Unauthenticated("wrong-credentials");
            }
            return open(member.member(), device);
        }));
        throttle.forgive(place);
        log.info("Sign-in of {} from {}", who, address);
        return opened;
    }

    /** @param device the browser's cookie of an earlier sign-in */
    @Transactional
    public Opened open(MemberId member, @Nullable String device) {
        String token = Token.random();
        Instant now = clock.instant();
        store.insert(Ids.next(), member, Token.digest(token), now, now.plus(LONGEST));
        return new Opened(token, devices.renew(device, member));
    }

    @Transactional
    public void close(String token) {
        store.delete(Token.digest(token))
                .ifPresent(id ->
                        viewers.forgetAfterCommit(entrance -> entrance.id().equals(id)));
    }

    /**
     * Asks for the old password again and ends every session of the member, this one too. Attempts count against the
     * session alone: whoever guesses at the door keeps nobody from changing his password inside. They are counted
     * outside the transaction, for they count most when they fail.
     */
    void changePassword(
            Viewer viewer, Throttle.Place place, Member member, @Nullable String current, @Nullable String next) {
        viewer.requireHimself();
        String account = String.valueOf(member.email()).toLowerCase(Locale.ROOT);
        throttle.attempt(place);
        Optional<SessionStore.Account> found = store.account(account);
        if (!passwords.fits(current, found.map(SessionStore.Account::hash).orElse(null))) {
            throw new Invalid("current", "wrong-password");
        }
        throttle.forgive(place);
        String changed = passwords.hash(next, "password");
        transaction.executeWithoutResult(status -> {
            if (!store.holds(found.orElseThrow())) {
                // Changed elsewhere while this was being checked.
                throw new Invalid("current", "wrong-password");
            }
            setPassword(viewer, member.id(), changed);
        });
    }

    /** Whoever knew the old password, or holds a link to set one, is out. */
    void setPassword(Viewer viewer, MemberId member, String hash) {
        store.savePassword(member, hash, clock.instant());
        store.deleteAll(member);
        store.deleteInvitation(member);
        devices.forget(member);
        audit.record(viewer, WorkspaceKinds.MEMBER, member.value(), "password-set", Map.of(), Map.of());
        viewers.forgetAfterCommit(entrance -> entrance.member().equals(member));
    }

    @EventListener
    void on(AccessChanged change) {
        MemberId member = change.member();
        if (change.disabled() && member != null) {
            store.deleteAll(member);
            store.deleteInvitation(member);
            devices.forget(member);
            keys.revokeAll(change.by(), member);
        }
        viewers.forgetAfterCommit(
                entrance -> member == null || entrance.member().equals(member));
    }

    @EventListener
    void on(AddressChanged change) {
        store.deleteInvitation(change.member());
    }

    /** Sessions that nobody can use any more, and browsers that nobody came back with. */
    int sweep() {
        Instant now = clock.instant();
        devices.sweep();
        return store.deleteExpired(now, now.minus(IDLE));
    }
}
