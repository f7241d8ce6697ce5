package vn.songhanh.contacts.lifecycle;

/** Whether a record may be made that looks like one we have; as the query says it: {@code ?duplicates=allow}. */
public enum Duplicates {
    refuse,
    allow;

    boolean allowed() {
        return this == allow;
    }
}
