/** Where people came from: channels that go by one name each. */
@NamedInterface("source")
@NullMarked
package vn.songhanh.contacts.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
