package vn.songhanh.workspace.changes;

import static vn.songhanh.jooq.workspace.Tables.ABSENCE;
import static vn.songhanh.jooq.workspace.Tables.AUDIT_CHECK;
import static vn.songhanh.jooq.workspace.Tables.AUDIT_ENTRY;
import static vn.songhanh.jooq.workspace.Tables.AUDIT_SEAL;
import static vn.songhanh.jooq.workspace.Tables.BUSINESS_HOURS;
import static vn.songhanh.jooq.workspace.Tables.CALENDAR_DAY;
import static vn.songhanh.jooq.workspace.Tables.CUSTOM_FIELD;
import static vn.songhanh.jooq.workspace.Tables.EVENT_FAILURE;
import static vn.songhanh.jooq.workspace.Tables.IMPORT;
import static vn.songhanh.jooq.workspace.Tables.INVITATION;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;
import static vn.songhanh.jooq.workspace.Tables.ROLE_PERMISSION;
import static vn.songhanh.jooq.workspace.Tables.SAVED_VIEW;
import static vn.songhanh.jooq.workspace.Tables.SETTINGS;
import static vn.songhanh.jooq.workspace.Tables.TEAM;
import static vn.songhanh.shared.Action.READ;
import static vn.songhanh.shared.Action.WRITE;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;

/** What pages show of the workspace; who may know of it is who may ask for it. */
@Configuration(proxyBeanMethods = false)
class WorkspaceChangeKinds {

    /** What a key may not read, it is not told of either. */
    @Bean
    ChangeKind viewsKind() {
        return new ChangeKind("views", Viewer::himself, List.of(SAVED_VIEW));
    }

    @Bean
    ChangeKind membersKind() {
        return ChangeKind.of(WorkspaceKinds.MEMBER, MEMBER, ABSENCE, INVITATION);
    }

    @Bean
    ChangeKind teamsKind() {
        return ChangeKind.of("teams", WorkspaceKinds.MEMBER, READ, TEAM);
    }

    @Bean
    ChangeKind rolesKind() {
        return ChangeKind.of("roles", WorkspaceKinds.WORKSPACE, READ, ROLE_PERMISSION);
    }

    @Bean
    ChangeKind workspaceKind() {
        return ChangeKind.of("workspace", WorkspaceKinds.WORKSPACE, READ, SETTINGS);
    }

    @Bean
    ChangeKind calendarKind() {
        return ChangeKind.of("calendar", WorkspaceKinds.WORKSPACE, READ, BUSINESS_HOURS, CALENDAR_DAY);
    }

    @Bean
    ChangeKind customFieldsKind() {
        return ChangeKind.of("custom-fields", WorkspaceKinds.WORKSPACE, READ, CUSTOM_FIELD);
    }

    @Bean
    ChangeKind importsKind() {
        return ChangeKind.of(WorkspaceKinds.IMPORT, IMPORT);
    }

    @Bean
    ChangeKind failedEventsKind() {
        return ChangeKind.of("failed-events", WorkspaceKinds.WORKSPACE, WRITE, EVENT_FAILURE);
    }

    @Bean
    ChangeKind auditKind() {
        return ChangeKind.of("audit", WorkspaceKinds.WORKSPACE, WRITE, AUDIT_ENTRY, AUDIT_SEAL, AUDIT_CHECK);
    }

    /** Each member's own; see {@code Notices}. */
    @Bean
    ChangeKind noticesKind() {
        return new ChangeKind(
                "notices",
                viewer -> viewer.himself() && viewer.reach(WorkspaceKinds.WORKSPACE, READ) != Reach.NONE,
                List.of());
    }
}
