package vn.songhanh.shared;

import java.util.UUID;

/** What hangs on a record and must follow when two records become one. Called inside the merge's transaction. */
public interface MergePart {

    RecordKind kind();

    /** Moves everything from {@code lost} to {@code kept}. */
    void move(Viewer viewer, UUID kept, UUID lost);
}
