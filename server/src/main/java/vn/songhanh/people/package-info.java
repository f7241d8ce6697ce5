/** Recruiting, training and motivating the own staff. */
@ApplicationModule(allowedDependencies = {"shared", "workspace", "workspace :: *", "work"})
@NullMarked
package vn.songhanh.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
