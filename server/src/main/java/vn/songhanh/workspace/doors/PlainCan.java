package vn.songhanh.workspace.doors;

import vn.songhanh.shared.Action;
import vn.songhanh.shared.Kept;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** What this viewer may do with the record. */
public record PlainCan(boolean edit, boolean delete, boolean restore) {

    public static PlainCan of(Viewer viewer, RecordKind kind, Kept<?> record) {
        boolean deleted = record.times().deletedAt() != null;
        boolean delete = viewer.may(kind, Action.DELETE, record.ownerId(), record.teamId());
        return new PlainCan(
                !deleted && viewer.may(kind, Action.WRITE, record.ownerId(), record.teamId()),
                delete && !deleted,
                delete && deleted);
    }
}
