/** The memory of what happened, and its delivery to whoever must act on it. */
@NamedInterface("events")
@NullMarked
package vn.songhanh.workspace.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
