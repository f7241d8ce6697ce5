@NullMarked
package vn.songhanh.shared;

import org.jspecify.annotations.NullMarked;
