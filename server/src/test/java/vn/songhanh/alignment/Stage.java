package vn.songhanh.alignment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.alignment.handoff.Handoffs;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.events.EventDispatcher;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.MemberInput;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;

/** What a test about hand-offs needs: a sales team of its own, leads, calls, and time that passes. */
@TestComponent
public class Stage {

    @Autowired
    Api api;

    @Autowired
    Members members;

    @Autowired
    EventDispatcher events;

    @Autowired
    Handoffs handoffs;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private int names;

    /** Sends everybody home who could take a lead, so that only those take one whom the test hires. */
    public void clear() {
        api.ready();
        for (Role role : List.of(Role.INSIDE_REP, Role.OUTSIDE_REP, Role.SALES_MANAGER)) {
            members.active(role).forEach(member -> change(member, false));
        }
    }

    public Api rep() {
        return rep("Đội bán hàng");
    }

    public Api rep(String team) {
        return hire(Role.INSIDE_REP, team);
    }

    public Api hire(Role role, String team) {
        names++;
        return api.as("Người " + names, role, team);
    }

    public void leave(Api member) {
        change(members.require(member.memberId()), false);
    }

    private void change(Member member, boolean active) {
        members.update(
                Viewer.SYSTEM,
                member.id(),
                member.version(),
                new MemberInput(
                        member.fullName(), member.email(), member.role(), member.teamId(), active, member.locale()));
    }

    /** A contact who became an MQL through that channel; what follows from it has happened. */
    public String mql(String channel) {
        String contact = contact(channel, "MQL");
        events.catchUp();
        return contact;
    }

    public String contact(String channel, String stage) {
        names++;
        Map<String, Object> input = new HashMap<>();
        input.put("fullName", "Khách Hàng " + names);
        input.put("lifecycleStage", stage);
        if (!channel.isEmpty()) {
            input.put("source", Map.of("channel", channel));
        }
        return api.post("/api/contacts", input).expect(201).json("id");
    }

    /** A contact that has been an MQL for long, as an import tells: no clock starts. */
    public String former() {
        String contact = contact("", "LEAD");
        wasMql(contact);
        return contact;
    }

    public void wasMql(String contact) {
        transaction.executeWithoutResult(status -> lifecycle.advanceEach(
                Viewer.SYSTEM,
                List.of(new Lifecycle.Advance(
                        ContactKinds.CONTACT, ContactId.of(contact).value(), clock.instant(), null)),
                LifecycleStage.MQL,
                Cause.IMPORTED,
                Ids.next(),
                true));
    }

    /** The contract as it is today, changed from that day on: proposed and signed for both sides by the owner. */
    public Api.Answer agree(Map<String, ?> terms, String startsOn) {
        String path = "/api/slas/" + sla();
        Api.Answer proposed = api.patch(path, api.get(path).etag(), Map.of("terms", terms, "startsOn", startsOn))
                .expect(200);
        String proposal = path + "/proposals/" + proposed.json("proposal.id");
        for (String side : List.of("MARKETING", "SALES")) {
            api.with("If-Match", proposed.json("proposal.version"))
                    .post(proposal + "/sign", Map.of("side", side))
                    .expect(200);
        }
        return api.get(path).expect(200);
    }

    public String sla() {
        return api.get("/api/slas").expect(200).json("items.0.id");
    }

    /** The contact's latest hand-off, as the owner sees it. */
    public Api.Answer handoffOf(String contact) {
        String id = api.get("/api/handoffs?contactId=" + contact).expect(200).json("items.0.id");
        return api.get("/api/handoffs/" + id).expect(200);
    }

    public String handoffId(String contact) {
        return handoffOf(contact).json("id");
    }

    public void call(Api who, String contact) {
        log(who, contact, Map.of("kind", "CALL", "text", "Đã gọi"));
    }

    public void log(Api who, String contact, Map<String, ?> touch) {
        who.post("/api/contacts/" + contact + "/timeline", touch).expect(201);
        events.catchUp();
    }

    /** Time passes, and the clocks are looked at. */
    public void pass(Duration time) {
        clock.advance(time);
        handoffs.look();
        events.catchUp();
    }

    public void catchUp() {
        events.catchUp();
    }

    public MemberId repOf(String contact) {
        return MemberId.of(handoffOf(contact).json("repId"));
    }
}
