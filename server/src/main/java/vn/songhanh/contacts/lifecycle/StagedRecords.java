package vn.songhanh.contacts.lifecycle;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.doors.RecordView;
import vn.songhanh.workspace.doors.Records;

/**
 * Contacts and companies: they have a lifecycle, and somebody may have entered them before.
 *
 * @param <N> what is said of one
 */
public interface StagedRecords<I extends Id, N, V extends StagedRecords.Staged<I>> extends Records<I, V> {

    interface Staged<I extends Id> extends RecordView<I> {

        LifecycleStage lifecycleStage();
    }

    /** @param duplicates whether one may be made that looks like one we have */
    V create(Viewer viewer, N input, boolean duplicates);

    /**
     * Merges a patch into what people say of it.
     *
     * @throws StaleVersion when it is not of that version any more
     */
    V patch(Viewer viewer, I id, long version, JsonNode patch, boolean duplicates);

    V restore(Viewer viewer, I id, IfMatch ifMatch, boolean duplicates);

    /** Moves it to another stage by hand; see {@link Lifecycle}. */
    void move(
            Viewer viewer,
            I id,
            IfMatch ifMatch,
            LifecycleStage to,
            @Nullable OtherKindId otherKind,
            @Nullable String reason);
}
