package vn.songhanh.workspace.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
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
import vn.songhanh.workspace.WorkspaceKinds;

/**
 * What an API key is good for: {@code contacts:read}, {@code deals:write}, {@code companies:*}, {@code *:read} or
 * {@code *}. What belongs to the member himself (his language, views, absences, notices) needs {@code *}. To write, delete or export one must read, so those bring reading with them.
 */
record Scopes(List<String> names) {

    private static final String EVERY = "*";

    static final Scopes ALL = new Scopes(List.of(EVERY));

    /** @throws Invalid for a name that is no scope of these kinds */
    static Scopes of(List<String> names, Collection<RecordKind> kinds) {
        if (names.isEmpty()) {
            throw new Invalid("scopes", "required");
        }
        for (String name : names) {
            if (!name.equals(EVERY)
                    && (kinds.stream().noneMatch(kind -> names(name, kind))
                            || actions(name).isEmpty())) {
                throw new Invalid("scopes", "unknown-scope", Map.of("value", name));
            }
        }
        return new Scopes(List.copyOf(new TreeSet<>(names)));
    }

    boolean everything() {
        return names.contains(EVERY) || names.contains(EVERY + ":" + EVERY);
    }

    /** Whether everything that {@code other} grants is granted by these too, whatever the member may do. */
    boolean cover(Scopes other, Collection<RecordKind> kinds) {
        if (everything() || names.containsAll(other.names)) {
            return true;
        }
        Permissions own = permissions();
        Permissions others = other.permissions();
        return !other.everything()
                && kinds.stream()
                        .allMatch(kind -> EnumSet.allOf(Action.class).stream()
                                .allMatch(
                                        action -> others.reach(kind, action).compareTo(own.reach(kind, action)) <= 0));
    }

    /** The scopes' own limits; what the key may do is the part of them that its member may do too. */
    Permissions permissions() {
        if (everything()) {
            return Permissions.ALL;
        }
        Map<String, Set<Action>> granted = new HashMap<>();
        for (String name : names) {
            granted.computeIfAbsent(kind(name), kind -> EnumSet.of(Action.READ)).addAll(actions(name));
        }
        Set<Action> ofEvery = granted.getOrDefault(EVERY, Set.of());
        return new Permissions((kind, action) -> ofEvery.contains(action)
                        || granted.getOrDefault(spelled(kind), Set.of()).contains(action)
                ? Reach.ALL
                : Reach.NONE);
    }

    private static boolean names(String name, RecordKind kind) {
        return kind(name).equals(EVERY) || kind(name).equals(spelled(kind));
    }

    private static String kind(String name) {
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : "";
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
        return kind.equals(WorkspaceKinds.WORKSPACE) ? "workspace" : kind.plural();
    }
}
