/** Products from idea to launch, price lists and the studies of market and price. */
@ApplicationModule(
        allowedDependencies = {"shared", "workspace", "workspace :: *", "contacts", "contacts :: *", "messaging", "work"
        })
@NullMarked
package vn.songhanh.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
