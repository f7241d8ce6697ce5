package vn.songhanh.workspace.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.notices.Notices;
import vn.songhanh.workspace.timers.Timers;

/** Seals what was recorded, and checks the seals. */
@Service
class AuditSeals {

    private static final Logger log = LoggerFactory.getLogger(AuditSeals.class);

    static final int MOST_ENTRIES = 1_000;
    private static final int MOST_COUNTED = 10_000;

    /**
     * @param entries how many are sealed
     * @param sealedAt when the last seal was set; null before the first
     * @param head the last seal's digest: whoever noted it elsewhere can tell that nothing before was replaced
     * @param waiting how many are not sealed yet, at most {@value #MOST_COUNTED}
     * @param check null before the first one
     */
    record State(
            long seals,
            long entries,
            @Nullable Instant sealedAt,
            @Nullable String head,
            int waiting,
            @Nullable AuditCheck check) {}

    private final AuditStore store;
    private final Members members;
    private final Notices notices;
    private final Timers timers;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    AuditSeals(
            AuditStore store,
            Members members,
            Notices notices,
            Timers timers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.notices = notices;
        this.timers = timers;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    State state(Viewer viewer) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        Optional<AuditSeal> last = store.lastSeal();
        AuditSeal seal = last.orElse(AuditSeal.NONE);
        return new State(
                seal.number(),
                seal.total(),
                last.map(AuditSeal::at).orElse(null),
                last.map(AuditSeal::digest).map(HexFormat.of()::formatHex).orElse(null),
                store.waiting(seal.upto(), MOST_COUNTED),
                store.lastCheck().orElse(null));
    }

    /** Asks for a check, which walks through everything and so comes by itself when it is done. */
    @Transactional
    public void ask(Viewer viewer) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        timers.set(AuditTimers.CHECK_NOW, "now", clock.instant());
    }

    /**
     * Seals the oldest of what waits, but nothing under which a transaction that still runs could slip an entry.
     *
     * @return whether there may be more
     */
    boolean seal() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            AuditSeal last = store.lastSeal().orElse(AuditSeal.NONE);
            List<AuditSeal.Placed> following = store.following(last.upto(), MOST_ENTRIES);
            if (following.isEmpty()) {
                return false;
            }
            boolean first = store.add(last.next(following, clock.instant()));
            return first && following.size() == MOST_ENTRIES;
        }));
    }

    AuditCheck check() {
        Optional<AuditCheck> former = store.lastCheck();
        AuditCheck check = snapshot.execute(
                status -> store.walk((seals, entries) -> AuditCheck.walk(seals, entries, clock.instant())));
        if (check == null) {
            throw new IllegalStateException("a transaction without a result");
        }
        transaction.executeWithoutResult(status -> {
            store.add(check);
            if (check.broken() != null && former.map(AuditCheck::broken).isEmpty()) {
                List<Member> owners = members.active(Role.OWNER);
                notices.tell(owners.stream().map(Member::id).toList(), "audit-broken", Map.of(), "/settings/audit");
            }
        });
        if (check.broken() == null) {
            log.info("The audit trail is whole: {} entries under {} seals", check.entries(), check.seals());
        } else {
            log.error("The audit trail was tampered with: {}", check.broken());
        }
        return check;
    }
}
