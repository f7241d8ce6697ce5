package vn.songhanh.kill;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One customer's way: created, changed, given a deal, won. Stops at the first request whose outcome nobody knows;
 * {@link #settle} then asks again, with the same idempotency key where something is created.
 */
final class Attempt {

    private final String token;
    private @Nullable String contact;
    private String etag = "";
    private @Nullable String deal;
    private Ledger.@Nullable Step open;

    Attempt(String token) {
        this.token = token;
    }

    String email() {
        return token + "@drill.vn";
    }

    String jobTitle() {
        return "Trưởng phòng " + token;
    }

    String dealName() {
        return "Thương vụ " + token;
    }

    @Nullable
    String contact() {
        return contact;
    }

    @Nullable
    String deal() {
        return deal;
    }

    /** The step whose outcome is not known. */
    Ledger.@Nullable Step open() {
        return open;
    }

    void run(Api api, Ledger ledger, Stages stages) throws IOException, InterruptedException {
        String created = create(api, ledger);
        open = Ledger.Step.CONTACT_PATCHED;
        api.patch("/api/contacts/" + created, etag, "{\"jobTitle\":\"" + jobTitle() + "\"}");
        ledger.note(open, created, jobTitle(), created);
        String opened = openDeal(api, ledger, stages, created);
        open = Ledger.Step.DEAL_WON;
        api.act("/api/deals/" + opened + "/win");
        ledger.note(open, opened, "WON", created);
        open = null;
    }

    /** A create that went unanswered is sent again: it must end in one record. The others are only looked at. */
    void settle(Api api, Ledger ledger, Stages stages) throws IOException, InterruptedException {
        if (open == Ledger.Step.CONTACT_CREATED) {
            create(api, ledger);
        } else if (open == Ledger.Step.DEAL_OPENED && contact != null) {
            openDeal(api, ledger, stages, contact);
        }
    }

    private String create(Api api, Ledger ledger) throws IOException, InterruptedException {
        open = Ledger.Step.CONTACT_CREATED;
        Api.Answer answer = api.create(
                "/api/contacts",
                "contact-" + token,
                "{\"fullName\":\"Nguyễn Thị " + token + "\",\"email\":\"" + email() + "\"}");
        String id = answer.text("id");
        contact = id;
        etag = answer.etag();
        ledger.note(open, id, email(), id);
        return id;
    }

    private String openDeal(Api api, Ledger ledger, Stages stages, String created)
            throws IOException, InterruptedException {
        open = Ledger.Step.DEAL_OPENED;
        String id = api.create("/api/deals", "deal-" + token, """
                        {"name":"%s","pipelineId":"%s","stageId":"%s","contactIds":["%s"],
                         "amount":{"amount":"15000000","currency":"VND"}}""".formatted(
                                dealName(), stages.pipeline(), stages.first(), created))
                .text("id");
        deal = id;
        ledger.note(open, id, dealName(), created);
        return id;
    }
}
