/** The contract between marketing and sales: definitions, hand-offs, their clocks and what each side kept. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "workspace",
            "workspace :: *",
            "marketing",
            "sales",
            "sales :: *",
            "contacts",
            "contacts :: *",
            "catalog",
            "work",
            "messaging"
        })
@NullMarked
package vn.songhanh.alignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
