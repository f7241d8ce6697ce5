/** The export engine: any {@link vn.songhanh.shared.ExportSource} as a CSV file, as long as it may be. */
@NamedInterface("exports")
@NullMarked
package vn.songhanh.workspace.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
