/**
 * What a request costs beside the bare statements that it runs: CPU time of the application and PostgreSQL together,
 * against CPU time of PostgreSQL alone.
 */
@NullMarked
package vn.songhanh.bench;

import org.jspecify.annotations.NullMarked;
