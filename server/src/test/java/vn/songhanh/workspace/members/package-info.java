@NullMarked
package vn.songhanh.workspace.members;

import org.jspecify.annotations.NullMarked;
