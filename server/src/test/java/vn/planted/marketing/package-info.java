/** Part of a small house that is built against the rules. */
@ApplicationModule(allowedDependencies = {"contacts"})
@NullMarked
package vn.planted.marketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
