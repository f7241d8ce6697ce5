/** Deals: their way through the stages, and the bridge to the lifecycle. */
@NamedInterface("deal")
@NullMarked
package vn.songhanh.sales.deal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
