/** Recruiting, training and motivating the own staff. */
@ApplicationModule(allowedDependencies = {"shared", "workspace", "workspace :: *", "work", "catalog"})
@NullMarked
package vn.songhanh.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
