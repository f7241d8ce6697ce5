/** One search over every kind of record. */
@NamedInterface("search")
@NullMarked
package vn.songhanh.workspace.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
