/** What tests stand on: a database of their own, a clock that they set, the whole product behind HTTP. */
@NullMarked
package vn.songhanh.testing;

import org.jspecify.annotations.NullMarked;
