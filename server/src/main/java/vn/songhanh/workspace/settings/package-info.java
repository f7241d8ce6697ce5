/** What holds for the whole company: its name, time zone, currency and language. */
@NamedInterface("settings")
@NullMarked
package vn.songhanh.workspace.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
