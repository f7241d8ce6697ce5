/**
 * The PostgreSQL that the product brings along, and the way to any PostgreSQL: launcher, data folder, roles, migration
 * and connection pool. No module imports it; they see a {@code DSLContext}.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.songhanh.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
