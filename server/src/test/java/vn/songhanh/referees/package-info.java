/**
 * Programs that judge the whole API, whatever rooms it has: they read its description and make their own requests.
 *
 * <p>{@link vn.songhanh.referees.Fuzz} sends what is wrong, {@link vn.songhanh.referees.Roles} looks for what is hidden,
 * {@link vn.songhanh.referees.Races} does things at the same moment. {@link vn.songhanh.referees.PlantedFaults} are
 * there to be found.
 */
@NullMarked
package vn.songhanh.referees;

import org.jspecify.annotations.NullMarked;
