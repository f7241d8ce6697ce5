/** Open pages hear what kinds of records have changed, and ask again for what they show of them. */
@NamedInterface("changes")
@NullMarked
package vn.songhanh.workspace.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
