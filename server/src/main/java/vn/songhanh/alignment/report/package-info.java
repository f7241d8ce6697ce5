/** What the contract's two sides kept: figures, each with the filter that lists what it counts. */
@NullMarked
package vn.songhanh.alignment.report;

import org.jspecify.annotations.NullMarked;
