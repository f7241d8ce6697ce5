package vn.songhanh.sales;

/**
 * Why a deal is lost: the workspace's own data.
 *
 * @param recyclesTo where its contacts should go then, unless another deal still holds them
 */
public record LossReason(String code, String name, RecyclesTo recyclesTo) {

    public enum RecyclesTo {
        /** Not now, not from us, not this year: marketing may try again. */
        LEAD,
        /** Never was one for us. */
        OTHER
    }
}
