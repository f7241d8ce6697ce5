/** What happened with a record, written and read by both departments. */
@NamedInterface("timeline")
@NullMarked
package vn.songhanh.contacts.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
