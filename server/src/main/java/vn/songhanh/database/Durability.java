package vn.songhanh.database;

/** Whether what was committed survives the machine, or only the process. */
public enum Durability {
    /** For real data: a commit is on disk before it is answered. */
    FULL,
    /** For tests that throw the database away anyway. */
    NONE
}
