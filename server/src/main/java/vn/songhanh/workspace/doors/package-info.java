/** The doors that every kind of record has: read, list, make, change, delete, restore, history. */
@NamedInterface("doors")
@NullMarked
package vn.songhanh.workspace.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
