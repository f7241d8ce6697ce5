package vn.songhanh.alignment.sla;

import java.util.EnumSet;
import java.util.Set;
import vn.songhanh.workspace.members.Role;

/** The two who promise each other something. A version holds only when both have signed it. */
public enum Side {
    MARKETING,
    SALES;

    /** For which sides a role can speak, where it may change the contract at all; the owner speaks for either. */
    static Set<Side> of(Role role) {
        return switch (role) {
            case OWNER -> EnumSet.allOf(Side.class);
            case MARKETING_MANAGER, MARKETER -> EnumSet.of(MARKETING);
            case SALES_MANAGER, INSIDE_REP, OUTSIDE_REP -> EnumSet.of(SALES);
            case ADMINISTRATOR, VIEWER -> EnumSet.noneOf(Side.class);
        };
    }
}
