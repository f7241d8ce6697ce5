/** When the company works, and how its business minutes are counted. */
@NamedInterface("calendar")
@NullMarked
package vn.songhanh.workspace.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
