package vn.songhanh.workspace.doors;

import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;

/** What can be done with records of any kind. */
public interface Records<I extends Id, V extends RecordView<I>> {

    RecordKind kind();

    /** Those that the viewer may see. */
    Page<V> list(ListRequest request, FilterField.Context context);

    /** @throws NotFound also for one that the viewer may not see */
    V require(Viewer viewer, I id);

    /**
     * Into the bin.
     *
     * @throws StaleVersion when it is of another version by now
     */
    void delete(Viewer viewer, I id, IfMatch ifMatch);
}
