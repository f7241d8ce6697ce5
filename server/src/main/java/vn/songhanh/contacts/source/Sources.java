package vn.songhanh.contacts.source;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.events.Events;

/** What the company calls the sources of its contacts. */
@Service
public class Sources {

    /** Asked for with every contact that is written; another node may have changed the list. */
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(5).toNanos();

    private final SourceStore store;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    Sources(SourceStore store, Audit audit, Events events, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    private record Remembered(SourceList list, long since) {}

    public SourceList list() {
        return store.list();
    }

    /** Every word by which a source is known, folded, and its name. */
    public Map<String, String> words() {
        return store.list().byWord();
    }

    /** The source with its channel called as the company calls it. */
    public Source named(Source source) {
        String channel = source.channel();
        return channel == null ? source : new Source(known().named(channel), source.campaign(), source.medium());
    }

    private SourceList known() {
        Remembered known = remembered;
        long now = System.nanoTime();
        if (known == null || now - known.since() > REMEMBERED_NANOS) {
            known = new Remembered(store.list(), now);
            remembered = known;
        }
        return known.list();
    }

    /**
     * Replaces the list. Contacts that go by another word for a source are renamed a moment later.
     *
     * @throws StaleVersion when it is not of that version any more
     */
    @Transactional
    public SourceList replace(Viewer viewer, long version, SourceList said) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        SourceList checked = said.checked();
        SourceList before = store.lock();
        if (before.version() != version) {
            throw new StaleVersion(version, before);
        }
        store.replace(checked, clock.instant());
        SourceList after = store.list();
        audit.record(
                viewer, WorkspaceKinds.WORKSPACE, SourceStore.ID, "sources-changed", before.facts(), after.facts());
        events.publish(viewer, new SourcesChanged(SourceStore.ID, after.version()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                remembered = null;
            }
        });
        return after;
    }

    /** Calls contacts' sources by their names where they go by another word. */
    public void rename() {
        store.rename(words());
    }
}
