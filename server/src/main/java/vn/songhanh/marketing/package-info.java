/** The marketing plan and everything that draws contacts: campaigns, forms, pages, content. */
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
package vn.songhanh.marketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
