package vn.songhanh.alignment.sla;

/**
 * Why sales may give a lead back.
 *
 * @param deducts whether its value is taken off what marketing delivered
 * @param reroutes whether the lead goes to another rep instead of back to marketing
 */
public record RejectionReason(String code, String name, boolean deducts, boolean reroutes) {

    public RejectionReason {
        Required.of(code, "code");
        Required.of(name, "name");
    }
}
