package vn.songhanh.workspace.members;

import static vn.songhanh.shared.Action.DELETE;
import static vn.songhanh.shared.Action.READ;
import static vn.songhanh.shared.Action.WRITE;
import static vn.songhanh.shared.Reach.ALL;
import static vn.songhanh.shared.Reach.OWN;
import static vn.songhanh.shared.Reach.TEAM;
import static vn.songhanh.workspace.members.Role.INSIDE_REP;
import static vn.songhanh.workspace.members.Role.MARKETER;
import static vn.songhanh.workspace.members.Role.MARKETING_MANAGER;
import static vn.songhanh.workspace.members.Role.OUTSIDE_REP;
import static vn.songhanh.workspace.members.Role.SALES_MANAGER;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.workspace.WorkspaceKinds;

/** What roles may do with the kinds of this module. */
@Configuration(proxyBeanMethods = false)
class RegisteredWorkspaceKinds {

    private static final Set<Role> ALL_BUT_ADMINISTRATORS =
            EnumSet.complementOf(EnumSet.of(Role.OWNER, Role.ADMINISTRATOR));

    @Bean
    RegisteredKind importRecords() {
        return RegisteredKind.of(WorkspaceKinds.IMPORT)
                .grant(MARKETING_MANAGER, ALL, READ, WRITE, DELETE)
                .grant(SALES_MANAGER, TEAM, READ, WRITE, DELETE)
                .grant(EnumSet.of(MARKETER, INSIDE_REP, OUTSIDE_REP), OWN, READ, WRITE, DELETE);
    }

    @Bean
    RegisteredKind memberRecords() {
        return RegisteredKind.of(WorkspaceKinds.MEMBER).grant(ALL_BUT_ADMINISTRATORS, ALL, READ);
    }

    @Bean
    RegisteredKind workspaceRecords() {
        return RegisteredKind.of(WorkspaceKinds.WORKSPACE).grant(ALL_BUT_ADMINISTRATORS, ALL, READ);
    }
}
