/** The people of the company: members, teams, what each role may do, who is away. */
@NamedInterface("members")
@NullMarked
package vn.songhanh.workspace.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
