@NullMarked
package vn.songhanh.database;

import org.jspecify.annotations.NullMarked;
