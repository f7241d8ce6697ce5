package vn.songhanh.workspace.members;

import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;

/**
 * Told inside the transaction, to whoever remembers what members may do: it must forget.
 *
 * @param by who changed it
 * @param member whose access changed; null when it may be anybody's (a role's permissions, a team's leader)
 * @param disabled whether the member may not come in any more
 */
public record AccessChanged(Viewer by, @Nullable MemberId member, boolean disabled) {}
