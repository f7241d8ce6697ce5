package vn.songhanh.alignment.sla;

import vn.songhanh.shared.Text;

/**
 * Why sales may give a lead back.
 *
 * @param deducts whether its value is taken off what marketing delivered
 * @param reroutes whether the lead goes to another rep instead of back to marketing
 */
public record RejectionReason(String code, String name, boolean deducts, boolean reroutes) {

    public RejectionReason {
        code = Text.clean(Required.of(code, "code"), "code");
        name = Text.clean(Required.of(name, "name"), "name");
    }
}
