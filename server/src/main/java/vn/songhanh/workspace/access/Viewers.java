package vn.songhanh.workspace.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;

/**
 * Who is asking. What a token opens is remembered for a second at most, and forgotten at once on the node that takes
 * the access away; other nodes follow within that second.
 */
@Service
public class Viewers {

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MOST_REMEMBERED = 10_000;

    private record Remembered(Entrance entrance, long since) {}

    private final EntranceStore store;
    private final Clock clock;
    private final Map<ByteBuffer, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final List<Consumer<Predicate<Pass>>> listeners = new CopyOnWriteArrayList<>();

    Viewers(EntranceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The member as a viewer, for work that goes on without a request: an import, a reminder. */
    public Viewer of(MemberId member, Via via) {
        return store.findMember(member, via).orElseThrow(() -> new NotFound(WorkspaceKinds.MEMBER, member));
    }

    /**
     * Who acts under a mandate, with what he may do at this moment.
     *
     * @throws MandateEnded when the member is disabled, or the key revoked or expired
     */
    public Viewer under(Mandate mandate, Via via) {
        return store.under(mandate, via, clock.instant());
    }

    @Nullable
    Entrance byKey(String token) {
        return token.startsWith(ApiKeys.PREFIX) ? enter(token, store::findKey, store::touchKey) : null;
    }

    @Nullable
    Entrance bySession(String token) {
        return token.startsWith(ApiKeys.PREFIX) ? null : enter(token, store::findSession, store::touchSession);
    }

    /** How the sender of a request came in, to be asked again while his answer goes on. */
    public Pass pass(HttpServletRequest request) {
        return new Pass(ViewerArgument.entrance(request).orElseThrow(() -> new Unauthenticated("unauthenticated")));
    }

    /**
     * Who comes in with it now; empty once that door is closed. Asking is no use of it: what goes on by itself keeps no
     * session open.
     */
    public Optional<Viewer> again(Pass pass) {
        return store.again(pass.entrance())
                .filter(entrance -> entrance.open(clock.instant()))
                .map(Entrance::viewer);
    }

    /**
     * @param told of those whose access may have changed, once that has committed on this node; in the thread that
     *     changed it, which must not be kept
     */
    public void whenAccessChanges(Consumer<Predicate<Pass>> told) {
        listeners.add(told);
    }

    /** Forgets, once the present transaction has committed, what may have changed in it. */
    void forgetAfterCommit(Predicate<Entrance> changed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forgotten.incrementAndGet();
                remembered.values().removeIf(known -> changed.test(known.entrance()));
                listeners.forEach(told -> told.accept(pass -> changed.test(pass.entrance())));
            }
        });
    }

    private @Nullable Entrance enter(
            String token, Function<byte[], Optional<Entrance>> find, BiConsumer<UUID, Instant> touch) {
        ByteBuffer digest = ByteBuffer.wrap(Token.digest(token));
        Instant now = clock.instant();
        Remembered known = remembered.get(digest);
        if (known == null || System.nanoTime() - known.since() > REMEMBERED_NANOS) {
            known = load(digest, find);
        }
        if (known == null || !known.entrance().open(now)) {
            return null;
        }
        if (known.entrance().toBeTouched(now)) {
            Remembered used = new Remembered(known.entrance().usedAt(now), known.since());
            if (remembered.replace(digest, known, used)) {
                touch.accept(used.entrance().id(), now);
            }
        }
        return known.entrance();
    }

    private @Nullable Remembered load(ByteBuffer digest, Function<byte[], Optional<Entrance>> find) {
        long before = forgotten.get();
        long since = System.nanoTime();
        Optional<Entrance> found = find.apply(digest.array());
        if (found.isEmpty()) {
            remembered.remove(digest);
            return null;
        }
        Remembered known = new Remembered(found.get(), since);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(digest, known);
        if (forgotten.get() != before) {
            // Read before, remembered after access was taken away somewhere: it may be what was taken.
            remembered.remove(digest, known);
        }
        return known;
    }
}
