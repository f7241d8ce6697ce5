/** The user's own company: its members and what they may do, its calendar, its memory and its engines. */
@ApplicationModule(allowedDependencies = {"shared", "web"})
@NullMarked
package vn.songhanh.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
