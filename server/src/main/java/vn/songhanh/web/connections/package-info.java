/** How many strangers and how slow ones the web server bears. */
@NullMarked
package vn.songhanh.web.connections;

import org.jspecify.annotations.NullMarked;
