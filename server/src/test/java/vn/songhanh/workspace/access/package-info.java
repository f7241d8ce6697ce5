@NullMarked
package vn.songhanh.workspace.access;

import org.jspecify.annotations.NullMarked;
