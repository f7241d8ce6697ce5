package vn.songhanh.workspace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.notices.Notices;

/** How a member gets a first password, or a new one: by a link that works once, within three days. */
@Service
class Invitations {

    private static final Duration VALID = Duration.ofDays(3);

    record Invitation(String token, Instant expiresAt) {}

    private final SessionStore store;
    private final Members members;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Notices notices;
    private final Viewers viewers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Invitations(
            SessionStore store,
            Members members,
            Sessions sessions,
            Passwords passwords,
            Notices notices,
            Viewers viewers,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.sessions = sessions;
        this.passwords = passwords;
        this.notices = notices;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws Conflict for a member who could not sign in anyway */
    @Transactional
    public Invitation invite(Viewer viewer, MemberId id) {
        Member member = members.requireForWriting(viewer, id);
        if (member.email() == null) {
            throw new Conflict("member-without-email");
        }
        if (!member.active()) {
            throw new Conflict("member-disabled");
        }
        String token = Token.random();
        Instant now = clock.instant();
        Instant end = now.plus(VALID);
        store.saveInvitation(id, Token.digest(token), viewer.actor(), now, end);
        audit.record(viewer, WorkspaceKinds.MEMBER, id.value(), "invited", Map.of(), Map.of("until", end));
        return new Invitation(token, end);
    }

    /** @throws NotFound for a token that is unknown, used or too old */
    Member open(@Nullable String token) {
        return store.invited(digest(token), clock.instant())
                .map(members::require)
                .orElseThrow(() -> new NotFound("invitation", ""));
    }

    /** Hashes first, for that may have to wait, and a transaction holds a connection meanwhile. */
    Member accept(@Nullable String token, @Nullable String password) {
        open(token);
        String hash = passwords.hash(password, "password");
        return Objects.requireNonNull(transaction.execute(status -> admit(token, hash)));
    }

    private Member admit(@Nullable String token, String hash) {
        Member member = open(token);
        store.useInvitation(digest(token))
                .ifPresent(inviter -> notices.tell(
                        inviter,
                        "invitation-accepted",
                        Map.of("name", member.id().toString()),
                        "/settings/members"));
        sessions.setPassword(viewers.of(member.id(), Via.SCREEN), member.id(), hash);
        return member;
    }

    private static byte[] digest(@Nullable String token) {
        return Token.digest(token == null ? "" : token);
    }
}
