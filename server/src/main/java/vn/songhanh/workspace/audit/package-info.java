/** Who changed what, when and through what; nobody can rewrite it unseen. */
@NamedInterface("audit")
@NullMarked
package vn.songhanh.workspace.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
