package vn.songhanh.shared;

import java.util.function.BiFunction;

/** What a viewer may do with each kind of record. What is not granted is refused. */
public final class Permissions {

    public static final Permissions NONE = new Permissions((kind, action) -> Reach.NONE);
    public static final Permissions ALL = new Permissions((kind, action) -> Reach.ALL);

    private final BiFunction<RecordKind, Action, Reach> grant;

    public Permissions(BiFunction<RecordKind, Action, Reach> grant) {
        this.grant = grant;
    }

    public Reach reach(RecordKind kind, Action action) {
        return grant.apply(kind, action);
    }

    /** The part of these permissions that {@code other} grants too: a key never exceeds the member who made it. */
    public Permissions within(Permissions other) {
        return new Permissions((kind, action) -> reach(kind, action).narrower(other.reach(kind, action)));
    }
}
