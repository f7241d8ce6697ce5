@NullMarked
package vn.songhanh.workspace.timers;

import org.jspecify.annotations.NullMarked;
