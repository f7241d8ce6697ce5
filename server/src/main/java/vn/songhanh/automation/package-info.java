/** When, if, then: over all the modules above it. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "workspace",
            "workspace :: *",
            "contacts",
            "contacts :: *",
            "messaging",
            "work",
            "catalog",
            "people",
            "marketing",
            "sales",
            "sales :: *",
            "commerce",
            "care",
            "alignment"
        })
@NullMarked
package vn.songhanh.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
