/** Kills the product while it is being written to, and looks for what it had promised to keep. */
@NullMarked
package vn.songhanh.kill;

import org.jspecify.annotations.NullMarked;
