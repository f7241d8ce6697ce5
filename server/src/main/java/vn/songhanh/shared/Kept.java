package vn.songhanh.shared;

/** A record that {@link RecordTable} keeps. */
public interface Kept<D> extends Owned {

    /** What people say of it. */
    D details();

    Times times();
}
