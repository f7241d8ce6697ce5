@NullMarked
package vn.songhanh.workspace.calendar;

import org.jspecify.annotations.NullMarked;
