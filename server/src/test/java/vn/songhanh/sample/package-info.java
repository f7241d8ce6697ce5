@NullMarked
package vn.songhanh.sample;

import org.jspecify.annotations.NullMarked;
