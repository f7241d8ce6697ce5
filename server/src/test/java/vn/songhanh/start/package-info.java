@NullMarked
package vn.songhanh.start;

import org.jspecify.annotations.NullMarked;
