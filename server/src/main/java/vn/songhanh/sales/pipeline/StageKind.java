package vn.songhanh.sales.pipeline;

public enum StageKind {
    SELLING,
    /** Care after the sale: entered only by winning, and no part of any forecast. */
    AFTER_SALES
}
