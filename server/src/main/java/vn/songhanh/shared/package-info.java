/**
 * What every module may use: ids, money, paging, the filter language, problems, events and the extension points by
 * which a lower module calls a higher one. No beans, no tables.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package vn.songhanh.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
