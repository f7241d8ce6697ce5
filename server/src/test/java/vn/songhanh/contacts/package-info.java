@NullMarked
package vn.songhanh.contacts;

import org.jspecify.annotations.NullMarked;
