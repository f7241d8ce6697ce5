/** Metrics, dashboards and reports, over the fact views of every module. */
@ApplicationModule(allowedDependencies = {"shared", "workspace", "workspace :: *"})
@NullMarked
package vn.songhanh.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
