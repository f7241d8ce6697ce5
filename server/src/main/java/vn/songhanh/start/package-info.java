/** Technical. What must be right before the product starts, and the answer to whether it can be used. */
@ApplicationModule(allowedDependencies = {"shared", "workspace :: access", "workspace :: members"})
@NullMarked
package vn.songhanh.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
