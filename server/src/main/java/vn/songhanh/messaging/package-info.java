/** Channels, templates, the send ledger and suppression. */
@ApplicationModule(allowedDependencies = {"shared", "workspace", "workspace :: *", "contacts", "contacts :: *"})
@NullMarked
package vn.songhanh.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
