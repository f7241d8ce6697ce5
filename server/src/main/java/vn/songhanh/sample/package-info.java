/** Technical. A believable company to look around in, made through the use cases of the modules. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "workspace",
            "workspace :: *",
            "contacts",
            "contacts :: *",
            "sales",
            "sales :: *",
            "alignment",
            "alignment :: *"
        })
@NullMarked
package vn.songhanh.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
