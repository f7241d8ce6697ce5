package vn.songhanh.workspace.members;

import java.util.List;
import java.util.stream.Stream;

/** What a member is in the company. What it permits is data ({@link Roles}), except that an owner may do everything. */
public enum Role {
    OWNER,
    ADMINISTRATOR,
    MARKETING_MANAGER,
    MARKETER,
    SALES_MANAGER,
    INSIDE_REP,
    OUTSIDE_REP,
    VIEWER;

    public static final List<String> NAMES = Stream.of(values()).map(Role::name).toList();

    /** Whether a lead can be routed to a member of this role. */
    public boolean sells() {
        return switch (this) {
            case INSIDE_REP, OUTSIDE_REP -> true;
            case OWNER, ADMINISTRATOR, MARKETING_MANAGER, MARKETER, SALES_MANAGER, VIEWER -> false;
        };
    }

    /** Whether it is marketing's: what it does with a lead that was handed over is no answer of sales. */
    public boolean markets() {
        return switch (this) {
            case MARKETING_MANAGER, MARKETER -> true;
            case OWNER, ADMINISTRATOR, SALES_MANAGER, INSIDE_REP, OUTSIDE_REP, VIEWER -> false;
        };
    }
}
