/** Timed work: db-scheduler on the workspace's own clock. */
@NamedInterface("timers")
@NullMarked
package vn.songhanh.workspace.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
