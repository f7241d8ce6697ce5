/** The people and companies that marketing and sales share: the one contact database. */
@ApplicationModule(allowedDependencies = {"shared", "workspace", "workspace :: *"})
@NullMarked
package vn.songhanh.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
