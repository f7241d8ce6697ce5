/** People: who they are, how they are reached, and what can be done with them. */
@NamedInterface("contact")
@NullMarked
package vn.songhanh.contacts.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
