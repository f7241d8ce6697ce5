package vn.songhanh.workspace.doors;

import vn.songhanh.shared.Id;

/** A record as a viewer sees it. */
public interface RecordView<I extends Id> {

    I id();

    /** What its {@code ETag} says. */
    long version();
}
