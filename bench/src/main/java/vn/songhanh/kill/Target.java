package vn.songhanh.kill;

/** Who dies. */
enum Target {
    APPLICATION,
    POSTGRESQL,
    BOTH
}
