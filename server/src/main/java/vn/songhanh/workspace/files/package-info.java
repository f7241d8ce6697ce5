/** Files that people hand in, kept until a date. */
@NamedInterface("files")
@NullMarked
package vn.songhanh.workspace.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
