/** Leads passed from marketing to sales: their routing, their clocks and what became of them. */
@NamedInterface("handoff")
@NullMarked
package vn.songhanh.alignment.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
