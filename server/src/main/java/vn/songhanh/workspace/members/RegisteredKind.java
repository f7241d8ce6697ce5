package vn.songhanh.workspace.members;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;

/**
 * A kind of record that there is. A module declares its own as beans.
 *
 * @param custom whether it has a column for the fields that the company adds
 * @param grants what a company that has just met this kind lets its roles do with it; an owner may do everything
 */
public record RegisteredKind(RecordKind kind, boolean custom, Map<Role, Map<Action, Reach>> grants) {

    /** Administrators may do everything with it, others nothing yet. */
    public static RegisteredKind of(RecordKind kind) {
        return new RegisteredKind(kind, false, Map.of())
                .grant(Role.ADMINISTRATOR, Reach.ALL, Action.READ, Action.WRITE, Action.DELETE, Action.EXPORT);
    }

    public RegisteredKind withCustomFields() {
        return new RegisteredKind(kind, true, grants);
    }

    public RegisteredKind grant(Role role, Reach reach, Action... actions) {
        return grant(EnumSet.of(role), reach, actions);
    }

    public RegisteredKind grant(Set<Role> roles, Reach reach, Action... actions) {
        Map<Role, Map<Action, Reach>> more = new LinkedHashMap<>(grants);
        for (Role role : roles) {
            Map<Action, Reach> reaches = new EnumMap<>(Action.class);
            reaches.putAll(more.getOrDefault(role, Map.of()));
            for (Action action : actions) {
                reaches.put(action, reach);
            }
            more.put(role, reaches);
        }
        return new RegisteredKind(kind, custom, more);
    }
}
