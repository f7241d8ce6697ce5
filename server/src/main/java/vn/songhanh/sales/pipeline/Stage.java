package vn.songhanh.sales.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A step of a pipeline.
 *
 * @param probability in percent, how likely a deal in this stage is won
 * @param rottingDays a deal that stays longer is rotting; null when it may stay
 * @param archived no deal enters it any more; those that once passed it still name it
 */
public record Stage(
        StageId id,
        PipelineId pipelineId,
        String name,
        StageKind kind,
        int position,
        int probability,
        @Nullable Integer rottingDays,
        boolean archived) {}
