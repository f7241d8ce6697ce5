/** Who else sells what we sell, and how we answer them. */
@NamedInterface("competitor")
@NullMarked
package vn.songhanh.sales.competitor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
