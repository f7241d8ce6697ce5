/** Part of a small house that is built against the rules. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.planted.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
