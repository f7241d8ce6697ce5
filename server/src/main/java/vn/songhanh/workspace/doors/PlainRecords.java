package vn.songhanh.workspace.doors;

import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;

/**
 * Records that are made of what is said of them, with nothing to be asked besides.
 *
 * @param <N> what is said
 */
public interface PlainRecords<I extends Id, N, V extends RecordView<I>> extends Records<I, V> {

    V create(Viewer viewer, N input);

    /**
     * Merges a patch into what is said of it.
     *
     * @throws StaleVersion when it is not of that version any more
     */
    V patch(Viewer viewer, I id, long version, JsonNode patch);

    /** Out of the bin. */
    V restore(Viewer viewer, I id, IfMatch ifMatch);
}
