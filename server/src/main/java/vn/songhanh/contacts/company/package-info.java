/** The organisations outside. */
@NamedInterface("company")
@NullMarked
package vn.songhanh.contacts.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
