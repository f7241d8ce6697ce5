package vn.songhanh.shared;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;

/** What a viewer may do with each kind of record. What is not granted is refused. */
public final class Permissions {

    public static final Permissions NONE = new Permissions((kind, action) -> Reach.NONE);
    public static final Permissions ALL = new Permissions((kind, action) -> Reach.ALL);

    private final Map<RecordKind, Map<Action, Reach>> reaches = new EnumMap<>(RecordKind.class);

    public Permissions(BiFunction<RecordKind, Action, Reach> grant) {
        for (RecordKind kind : RecordKind.values()) {
            Map<Action, Reach> actions = new EnumMap<>(Action.class);
            for (Action action : Action.values()) {
                actions.put(action, grant.apply(kind, action));
            }
            reaches.put(kind, actions);
        }
    }

    public Reach reach(RecordKind kind, Action action) {
        return reaches.getOrDefault(kind, Map.of()).getOrDefault(action, Reach.NONE);
    }

    /** The part of these permissions that {@code other} grants too: a key never exceeds the member who made it. */
    public Permissions within(Permissions other) {
        return new Permissions((kind, action) -> reach(kind, action).narrower(other.reach(kind, action)));
    }
}
