/** The eight stages in which marketing sees contacts and companies, and how they move. */
@NamedInterface("lifecycle")
@NullMarked
package vn.songhanh.contacts.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
