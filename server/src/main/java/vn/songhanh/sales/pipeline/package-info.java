/** The stages that deals go through: the workspace's own data. */
@NamedInterface("pipeline")
@NullMarked
package vn.songhanh.sales.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
