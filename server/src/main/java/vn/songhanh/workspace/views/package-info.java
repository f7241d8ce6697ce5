/** Lists as members want to see them again. */
@NamedInterface("views")
@NullMarked
package vn.songhanh.workspace.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
