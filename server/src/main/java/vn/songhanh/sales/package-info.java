/** The sales plan, pipelines and deals. Never marketing. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "workspace",
            "workspace :: *",
            "contacts",
            "contacts :: *",
            "messaging",
            "work",
            "catalog"
        })
@NullMarked
package vn.songhanh.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
