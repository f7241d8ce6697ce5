package vn.songhanh.contacts.lifecycle;

import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;

/**
 * What this viewer may do with the record.
 *
 * @param moveBack whether the lifecycle stage may be set back by hand
 */
public record Can(boolean edit, boolean delete, boolean restore, boolean moveBack) {

    public static Can with(
            Viewer viewer, RecordKind kind, @Nullable MemberId owner, @Nullable TeamId team, boolean deleted) {
        boolean write = viewer.may(kind, Action.WRITE, owner, team);
        boolean delete = viewer.may(kind, Action.DELETE, owner, team);
        return new Can(
                write && !deleted,
                delete && !deleted,
                delete && deleted,
                write && !deleted && Lifecycle.mayMoveBack(viewer, kind));
    }
}
