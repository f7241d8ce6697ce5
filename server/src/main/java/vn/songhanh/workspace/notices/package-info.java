/** What members are told inside the product. */
@NamedInterface("notices")
@NullMarked
package vn.songhanh.workspace.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
