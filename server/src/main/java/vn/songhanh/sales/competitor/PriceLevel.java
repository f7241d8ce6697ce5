package vn.songhanh.sales.competitor;

import java.util.Map;

/** What a competitor asks for the same, beside us. */
public enum PriceLevel {
    CHEAPER,
    SAME,
    DEARER;

    /** As our files, and people, call them. */
    static final Map<String, String> WORDS = Map.of("Rẻ hơn", "CHEAPER", "Ngang giá", "SAME", "Đắt hơn", "DEARER");
}
