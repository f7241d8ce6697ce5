package vn.songhanh.shared;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds records by what their store searches, and says what they are called. */
public abstract class RecordSearch<V> implements SearchSource, NameSource {

    private final RecordKind kind;
    private final RecordStore<?, ?, V> store;

    protected RecordSearch(RecordKind kind, RecordStore<?, ?, V> store) {
        this.kind = kind;
        this.store = store;
    }

    protected abstract Hit hit(V found);

    @Override
    public RecordKind kind() {
        return kind;
    }

    @Override
    public List<Hit> search(Viewer viewer, String needle, int limit) {
        return store.search(viewer, needle, limit).stream().map(this::hit).toList();
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return store.names(viewer, ids);
    }
}
