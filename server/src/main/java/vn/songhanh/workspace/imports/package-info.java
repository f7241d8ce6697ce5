/** The import engine: any CSV file into any {@link vn.songhanh.shared.ImportTarget}, as a job that can be undone. */
@NamedInterface("imports")
@NullMarked
package vn.songhanh.workspace.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
