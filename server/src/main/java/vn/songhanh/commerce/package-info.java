/** Quotes, orders, stock, deliveries, invoices and payments. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "workspace",
            "workspace :: *",
            "sales",
            "sales :: *",
            "contacts",
            "contacts :: *",
            "catalog",
            "work",
            "messaging"
        })
@NullMarked
package vn.songhanh.commerce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
