/** Tasks, meetings, reminders, projects and documents. */
@ApplicationModule(
        allowedDependencies = {"shared", "workspace", "workspace :: *", "contacts", "contacts :: *", "messaging"})
@NullMarked
package vn.songhanh.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
