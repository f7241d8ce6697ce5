/** After the sale: requests, complaints, warranty, satisfaction and referrals. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "workspace",
            "workspace :: *",
            "commerce",
            "sales",
            "sales :: *",
            "catalog",
            "contacts",
            "contacts :: *",
            "work",
            "messaging"
        })
@NullMarked
package vn.songhanh.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
