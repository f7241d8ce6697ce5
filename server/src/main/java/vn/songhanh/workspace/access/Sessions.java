package vn.songhanh.workspace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
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
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.members.AccessChanged;
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
    private final Viewers viewers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sessions(
            SessionStore store,
            ApiKeys keys,
            Passwords passwords,
            Throttle throttle,
            Viewers viewers,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.passwords = passwords;
        this.throttle = throttle;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The same answer after the same time, whether the account is unknown, disabled, not yet invited, or the password
     * is wrong.
     *
     * @return the new session's token
     * @throws Unauthenticated when the two do not fit
     * @throws TooManyAttempts after too many that did not
     */
    String signIn(String email, String password, @Nullable String address) {
        String account = Text.clean(email, "email").toLowerCase(Locale.ROOT);
        if (account.length() > 254) {
            throw new Invalid("email", "not-an-email");
        }
        passwords.requireRoom();
        throttle.attempt(account, address);
        Optional<SessionStore.Account> found = store.account(account);
        Object who = found.<Object>map(SessionStore.Account::member).orElse("an unknown account");
        if (!passwords.fits(password, found.map(SessionStore.Account::hash).orElse(null))) {
            log.info("Sign-in of {} from {} refused", who, address);
            throw new Unauthenticated("wrong-credentials");
        }
        throttle.forgive(account, address);
        log.info("Sign-in of {} from {}", who, address);
        return open(found.orElseThrow().member());
    }

    /** @return the token; only its digest is kept */
    String open(MemberId member) {
        String token = Token.random();
        Instant now = clock.instant();
        store.insert(Ids.next(), member, Token.digest(token), now, now.plus(LONGEST));
        return token;
    }

    @Transactional
    public void close(String token) {
        store.delete(Token.digest(token))
                .ifPresent(id ->
                        viewers.forgetAfterCommit(entrance -> entrance.id().equals(id)));
    }

    /**
     * Asks for the old password again and ends every session of the member, this one too. The attempt is counted
     * outside the transaction, for it counts most when it fails.
     */
    void changePassword(
            Viewer viewer, Member member, @Nullable String current, @Nullable String next, @Nullable String address) {
        viewer.requireHimself();
        String account = String.valueOf(member.email()).toLowerCase(Locale.ROOT);
        throttle.attempt(account, address);
        String hash = store.account(account).map(SessionStore.Account::hash).orElse(null);
        if (!passwords.fits(current, hash)) {
            throw new Invalid("current", "wrong-password");
        }
        throttle.forgive(account, address);
        String changed = passwords.hash(next, "password");
        transaction.executeWithoutResult(status -> setPassword(viewer, member.id(), changed));
    }

    /** Whoever knew the old password is out. */
    void setPassword(Viewer viewer, MemberId member, String hash) {
        store.savePassword(member, hash, clock.instant());
        store.deleteAll(member);
        audit.record(viewer, RecordKind.MEMBER, member.value(), "password-set", Map.of(), Map.of());
        viewers.forgetAfterCommit(entrance -> entrance.member().equals(member));
    }

    @EventListener
    void on(AccessChanged change) {
        MemberId member = change.member();
        if (change.disabled() && member != null) {
            store.deleteAll(member);
            store.deleteInvitation(member);
            keys.revokeAll(change.by(), member);
        }
        viewers.forgetAfterCommit(
                entrance -> member == null || entrance.member().equals(member));
    }

    /** Sessions that nobody can use any more. */
    int sweep() {
        Instant now = clock.instant();
        return store.deleteExpired(now, now.minus(IDLE));
    }
}
