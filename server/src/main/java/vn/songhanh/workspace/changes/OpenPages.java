package vn.songhanh.workspace.changes;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import vn.songhanh.shared.Busy;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Pass;
import vn.songhanh.workspace.access.Viewers;

/**
 * The pages that listen to what changes. A change is told at once when it was quiet before, and then what has come
 * together meanwhile once a second. Every {@value #BEAT_SECONDS} seconds each page is looked at: whether its session is
 * still open and what its viewer may know; where access is taken away on this node, at once.
 */
@Service
class OpenPages implements SmartLifecycle, Changes.Listener {

    /** See ADR 17: each costs what a request under way costs. */
    static final int MOST = 400;

    static final int MOST_OF_A_MEMBER = 10;

    private static final Logger log = LoggerFactory.getLogger(OpenPages.class);

    /** What belongs together is mostly several transactions shortly after one another. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    static final int BEAT_SECONDS = 20;
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final List<ChangeKind> kinds;
    private final Viewers viewers;
    /** By what each is let in. */
    private final Map<OpenPage, Pass> pages = new ConcurrentHashMap<>();

    private final Semaphore changed = new Semaphore(0);
    private final Semaphore doubted = new Semaphore(0);
    private Set<String> heard = new HashSet<>();
    private Map<MemberId, Set<String>> heardOfTheirOwn = new HashMap<>();
    private volatile boolean running;
    private @Nullable Thread teller;
    private @Nullable Thread watcher;

    OpenPages(List<ChangeKind> kinds, Viewers viewers, Changes changes) {
        this.kinds = List.copyOf(kinds);
        this.viewers = viewers;
        changes.tell(this);
        viewers.whenAccessChanges(changed -> {
            pages.forEach((page, pass) -> {
                if (changed.test(pass)) {
                    page.doubt();
                }
            });
            doubted.release();
        });
    }

    /**
     * The page hears of everything that changes from now on.
     *
     * @throws Busy when too many are open, of this member or of all
     */
    synchronized void open(OpenPage page, Pass pass) {
        long ofHis = pages.keySet().stream()
                .filter(one -> one.member().equals(page.member()))
                .count();
        if (!running || pages.size() >= MOST || ofHis >= MOST_OF_A_MEMBER) {
            throw new Busy(COME_AGAIN);
        }
        pages.put(page, pass);
    }

    void close(OpenPage page) {
        pages.remove(page);
    }

    Set<String> knownTo(Viewer viewer) {
        return kinds.stream()
                .filter(kind -> kind.knownTo().test(viewer))
                .map(ChangeKind::name)
                .collect(toUnmodifiableSet());
    }

    int count() {
        return pages.size();
    }

    @Override
    public boolean listens() {
        return !pages.isEmpty();
    }

    @Override
    public void heard(Set<String> more, Map<MemberId, Set<String>> own) {
        synchronized (changed) {
            heard.addAll(more);
            own.forEach((member, names) -> heardOfTheirOwn
                    .computeIfAbsent(member, any -> new HashSet<>())
                    .addAll(names));
        }
        changed.release();
    }

    @Override
    public void start() {
        running = true;
        teller = Thread.ofVirtual().name("changes").start(() -> whileRunning(this::tell));
        watcher = Thread.ofVirtual().name("open pages").start(() -> whileRunning(this::watch));
    }

    /** Before the web server waits for what is under way, since this would not end by itself. */
    @Override
    public void stop() {
        synchronized (this) {
            running = false;
        }
        pages.keySet().forEach(OpenPage::end);
        try {
            for (Thread one : new Thread[] {teller, watcher}) {
                if (one != null) {
                    one.interrupt();
                    one.join(PARTING);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void whileRunning(Step step) {
        while (running) {
            try {
                step.run();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException e) {
                log.warn("Open pages were not told; it goes on", e);
            }
        }
    }

    private void tell() throws InterruptedException {
        changed.acquire();
        Thread.sleep(GATHER);
        changed.drainPermits();
        Set<String> now;
        Map<MemberId, Set<String>> own;
        synchronized (changed) {
            now = heard;
            own = heardOfTheirOwn;
            heard = new HashSet<>();
            heardOfTheirOwn = new HashMap<>();
        }
        for (OpenPage page : pages.keySet()) {
            page.tell(now);
            page.tell(own.getOrDefault(page.member(), Set.of()));
        }
        Thread.sleep(BETWEEN.minus(GATHER));
    }

    private long beatAt = System.nanoTime();

    private void watch() throws InterruptedException {
        boolean beats = !doubted.tryAcquire(beatAt - System.nanoTime(), TimeUnit.NANOSECONDS);
        doubted.drainPermits();
        if (beats) {
            beatAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(BEAT_SECONDS);
        }
        pages.forEach((page, pass) -> {
            if (beats || page.isDoubtful()) {
                look(page, pass);
            }
            if (beats) {
                page.beat();
            }
        });
    }

    private void look(OpenPage page, Pass pass) {
        Optional<Viewer> viewer;
        try {
            viewer = viewers.again(pass);
        } catch (RuntimeException e) {
            // As with every question that the database does not answer: nobody is let in by it.
            log.warn("It could not be seen whether a page may still listen", e);
            viewer = Optional.empty();
        }
        viewer.map(this::knownTo).ifPresentOrElse(page::mayKnow, page::end);
    }
}
