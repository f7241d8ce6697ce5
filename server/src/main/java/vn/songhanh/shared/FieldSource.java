package vn.songhanh.shared;

/** Whoever keeps records of a kind says what is known of them. */
public interface FieldSource {

    FieldSet fields();
}
