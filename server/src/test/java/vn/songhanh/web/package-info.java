@NullMarked
package vn.songhanh.web;

import org.jspecify.annotations.NullMarked;
