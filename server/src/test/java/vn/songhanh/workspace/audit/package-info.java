@NullMarked
package vn.songhanh.workspace.audit;

import org.jspecify.annotations.NullMarked;
