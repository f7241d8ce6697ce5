package vn.songhanh.workspace.members;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;

@RestController
@RequestMapping("/api/roles")
class RoleController {

    record RoleView(Role role, Map<RecordKind, Map<Action, Reach>> permissions) {}

    record RoleList(List<RoleView> items) {}

    record RoleInput(@Nullable Map<RecordKind, @Nullable Map<Action, @Nullable Reach>> permissions) {

        Map<RecordKind, Map<Action, Reach>> checked() {
            if (permissions == null) {
                throw new Invalid("permissions", "required");
            }
            Map<RecordKind, Map<Action, Reach>> checked = new LinkedHashMap<>();
            permissions.forEach((kind, actions) -> {
                if (actions == null) {
                    throw new Invalid("permissions." + kind, "required");
                }
                Map<Action, Reach> reaches = new EnumMap<>(Action.class);
                actions.forEach((action, reach) -> {
                    if (reach == null) {
                        throw new Invalid("permissions." + kind + "." + action, "required");
                    }
                    reaches.put(action, reach);
                });
                checked.put(kind, reaches);
            });
            return checked;
        }
    }

    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    RoleList list(Viewer viewer) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.READ);
        Map<Role, Permissions> all = new EnumMap<>(roles.all());
        return new RoleList(List.of(Role.values()).stream()
                .map(role -> new RoleView(role, roles.table(all.getOrDefault(role, Permissions.NONE))))
                .toList());
    }

    @PutMapping("/{role}")
    RoleView change(Viewer viewer, @PathVariable Role role, @RequestBody RoleInput input) {
        return new RoleView(role, roles.table(roles.change(viewer, role, input.checked())));
    }
}
