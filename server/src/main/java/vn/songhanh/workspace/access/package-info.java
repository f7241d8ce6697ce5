/** The door: set-up, sign-in, sessions, API keys, invitations, and who is asking. */
@NamedInterface("access")
@NullMarked
package vn.songhanh.workspace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
