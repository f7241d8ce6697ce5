/** Technical. What every HTTP answer has in common: problems, JSON at the border, the API description, the web app's files. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.songhanh.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
