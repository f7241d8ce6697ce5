package vn.songhanh.shared;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kind of record that the global search finds. */
public interface SearchSource {

    RecordKind kind();

    /** @param needle as it was typed, at least two characters; only what the viewer may read comes back, best first */
    List<Hit> search(Viewer viewer, String needle, int limit);

    record Hit(
            RecordKind kind,
            UUID id,
            String title,
            @Nullable String subtitle) {}
}
