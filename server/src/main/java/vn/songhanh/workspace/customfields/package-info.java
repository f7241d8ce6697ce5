/** Fields that the company adds to contacts, companies and deals by itself. */
@NamedInterface("customfields")
@NullMarked
package vn.songhanh.workspace.customfields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
