package vn.songhanh.workspace.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;

/**
 * What an API key is good for: {@code contacts:read}, {@code deals:write}, {@code companies:*}, {@code *:read} or
 * {@code *}. What belongs to the member himself (his language, views, absences, notices) needs {@code *}. To write, delete or export one must read, so those bring reading with them.
 */
record Scopes(List<String> names) {

    private static final String EVERY = "*";

    static final Scopes ALL = new Scopes(List.of(EVERY));

    /** @throws Invalid for a name that is no scope */
    static Scopes of(List<String> names) {
        if (names.isEmpty()) {
            throw new Invalid("scopes", "required");
        }
        for (String name : names) {
            if (!name.equals(EVERY) && (kinds(name).isEmpty() || actions(name).isEmpty())) {
                throw new Invalid("scopes", "unknown-scope", Map.of("value", name));
            }
        }
        return new Scopes(List.copyOf(new TreeSet<>(names)));
    }

    boolean everything() {
        return names.contains(EVERY) || names.contains(EVERY + ":" + EVERY);
    }

    /** Whether everything that {@code other} grants is granted by these too, whatever the member may do. */
    boolean cover(Scopes other) {
        if (everything() || names.containsAll(other.names)) {
            return true;
        }
        Permissions own = permissions();
        Permissions others = other.permissions();
        return !other.everything()
                && EnumSet.allOf(RecordKind.class).stream()
                        .allMatch(kind -> EnumSet.allOf(Action.class).stream()
                                .allMatch(
                                        action -> others.reach(kind, action).compareTo(own.reach(kind, action)) <= 0));
    }

    /** The scopes' own limits; what the key may do is the part of them that its member may do too. */
    Permissions permissions() {
        Map<RecordKind, Set<Action>> granted = new EnumMap<>(RecordKind.class);
        for (String name : names) {
            Set<Action> actions = name.equals(EVERY) ? EnumSet.allOf(Action.class) : actions(name);
            for (RecordKind kind : name.equals(EVERY) ? EnumSet.allOf(RecordKind.class) : kinds(name)) {
                granted.computeIfAbsent(kind, k -> EnumSet.of(Action.READ)).addAll(actions);
            }
        }
        return new Permissions(
                (kind, action) -> granted.getOrDefault(kind, Set.of()).contains(action) ? Reach.ALL : Reach.NONE);
    }

    private static Set<RecordKind> kinds(String name) {
        String kind = name.contains(":") ? name.substring(0, name.indexOf(':')) : "";
        Set<RecordKind> kinds = EnumSet.allOf(RecordKind.class);
        kinds.removeIf(candidate -> !kind.equals(EVERY) && !kind.equals(spelled(candidate)));
        return kinds;
    }

    private static Set<Action> actions(String name) {
        String action = name.substring(name.indexOf(':') + 1);
        Set<Action> actions = EnumSet.noneOf(Action.class);
        Arrays.stream(Action.values())
                .filter(candidate ->
                        action.equals(EVERY) || action.equals(candidate.name().toLowerCase(Locale.ROOT)))
                .forEach(actions::add);
        return actions;
    }

    private static String spelled(RecordKind kind) {
        return kind == RecordKind.WORKSPACE ? "workspace" : kind.plural();
    }
}
