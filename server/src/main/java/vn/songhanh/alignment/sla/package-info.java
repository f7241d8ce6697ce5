/** The contract between marketing and sales: what each side promised, as data that is versioned. */
@NamedInterface("sla")
@NullMarked
package vn.songhanh.alignment.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
