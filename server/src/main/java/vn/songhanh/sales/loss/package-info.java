/** Why deals are lost: the company's own list. */
@NamedInterface("loss")
@NullMarked
package vn.songhanh.sales.loss;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
