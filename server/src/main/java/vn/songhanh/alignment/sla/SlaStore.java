package vn.songhanh.alignment.sla;

import static vn.songhanh.jooq.alignment.Tables.SLA;
import static vn.songhanh.jooq.alignment.Tables.SLA_PROPOSAL;
import static vn.songhanh.jooq.alignment.Tables.SLA_SIGNATURE;
import static vn.songhanh.jooq.alignment.Tables.SLA_VERSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.jooq.alignment.tables.records.SlaVersionRecord;
import vn.songhanh.shared.MemberId;

@Component
class SlaStore {

    private final DSLContext db;
    private final JsonMapper json;

    SlaStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The contracts, the oldest first: a workspace begins with one. */
    List<SlaId> ids() {
        return db.select(SLA.ID).from(SLA).orderBy(SLA.CREATED_AT, SLA.ID).fetch(row -> new SlaId(row.value1()));
    }

    /** Nobody else proposes, edits or signs until the transaction ends; false when there is no such contract. */
    boolean lock(SlaId id) {
        return db.select(SLA.ID)
                .from(SLA)
                .where(SLA.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    SlaHistory history(SlaId id) {
        return new SlaHistory(db.selectFrom(SLA_VERSION)
                .where(SLA_VERSION.SLA_ID.eq(id.value()))
                .fetch(this::version));
    }

    /** Of the contract that the workspace began with: leads are handed over under it. */
    SlaHistory history() {
        return new SlaHistory(db.selectFrom(SLA_VERSION)
                .where(SLA_VERSION.SLA_ID.eq(DSL.select(SLA.ID)
                        .from(SLA)
                        .orderBy(SLA.CREATED_AT, SLA.ID)
                        .limit(1)))
                .fetch(this::version));
    }

    Optional<Sla> version(SlaId id, long version) {
        return db.selectFrom(SLA_VERSION)
                .where(SLA_VERSION.SLA_ID.eq(id.value()))
                .and(SLA_VERSION.VERSION.eq(version))
                .fetchOptional(this::version);
    }

    /** What became of the proposal once both sides had signed it. */
    Optional<Sla> agreed(ProposalId proposal) {
        return db.selectFrom(SLA_VERSION)
                .where(SLA_VERSION.PROPOSAL_ID.eq(proposal.value()))
                .fetchOptional(this::version);
    }

    /** Who signed which version. */
    Map<Long, List<Signature>> signatures(SlaId id) {
        return db.select(SLA_VERSION.VERSION)
                .select(SLA_SIGNATURE.fields())
                .from(SLA_VERSION)
                .join(SLA_SIGNATURE)
                .on(SLA_SIGNATURE.PROPOSAL_ID.eq(SLA_VERSION.PROPOSAL_ID))
                .where(SLA_VERSION.SLA_ID.eq(id.value()))
                .orderBy(SLA_SIGNATURE.SIGNED_AT)
                .fetchGroups(SLA_VERSION.VERSION, SlaStore::signature);
    }

    /** Keeps a version that both sides signed. */
    void agree(Sla sla, Proposal proposal, @Nullable MemberId actor) {
        db.insertInto(SLA_VERSION)
                .set(SLA_VERSION.SLA_ID, sla.id().value())
                .set(SLA_VERSION.VERSION, sla.version())
                .set(SLA_VERSION.NAME, sla.name())
                .set(SLA_VERSION.TERMS, written(sla.terms()))
                .set(SLA_VERSION.STARTS_ON, sla.startsOn())
                .set(SLA_VERSION.AGREED_AT, utc(sla.agreedAt()))
                .set(SLA_VERSION.ACTOR_ID, actor == null ? null : actor.value())
                .set(SLA_VERSION.PROPOSAL_ID, proposal.id().value())
                .execute();
    }

    Optional<Proposal> open(SlaId id) {
        return db.selectFrom(SLA_PROPOSAL)
                .where(SLA_PROPOSAL.SLA_ID.eq(id.value()))
                .and(SLA_PROPOSAL.STATE.eq(Proposal.State.OPEN.name()))
                .fetchOptional(this::proposal);
    }

    Optional<Proposal> proposal(ProposalId id) {
        return db.selectFrom(SLA_PROPOSAL).where(SLA_PROPOSAL.ID.eq(id.value())).fetchOptional(this::proposal);
    }

    void insert(Proposal proposal) {
        db.insertInto(SLA_PROPOSAL)
                .set(SLA_PROPOSAL.ID, proposal.id().value())
                .set(SLA_PROPOSAL.SLA_ID, proposal.slaId().value())
                .set(SLA_PROPOSAL.VERSION, proposal.version())
                .set(SLA_PROPOSAL.STATE, proposal.state().name())
                .set(SLA_PROPOSAL.NAME, proposal.name())
                .set(SLA_PROPOSAL.TERMS, written(proposal.terms()))
                .set(SLA_PROPOSAL.STARTS_ON, proposal.startsOn())
                .set(SLA_PROPOSAL.PROPOSED_BY, proposal.proposedBy().value())
                .set(SLA_PROPOSAL.PROPOSED_AT, utc(proposal.proposedAt()))
                .execute();
    }

    /** Writes its text and state; signatures that it has not any more go. */
    void update(Proposal proposal, Instant now) {
        db.update(SLA_PROPOSAL)
                .set(SLA_PROPOSAL.VERSION, proposal.version())
                .set(SLA_PROPOSAL.STATE, proposal.state().name())
                .set(SLA_PROPOSAL.NAME, proposal.name())
                .set(SLA_PROPOSAL.TERMS, written(proposal.terms()))
                .set(SLA_PROPOSAL.STARTS_ON, proposal.startsOn())
                .set(SLA_PROPOSAL.UPDATED_AT, utc(now))
                .where(SLA_PROPOSAL.ID.eq(proposal.id().value()))
                .execute();
        db.deleteFrom(SLA_SIGNATURE)
                .where(SLA_SIGNATURE.PROPOSAL_ID.eq(proposal.id().value()))
                .and(SLA_SIGNATURE.SIDE.notIn(proposal.signatures().stream()
                        .map(signature -> signature.side().name())
                        .toList()))
                .execute();
    }

    /** Writes its latest signature. */
    void sign(Proposal proposal) {
        Signature signature = proposal.signatures().getLast();
        db.insertInto(SLA_SIGNATURE)
                .set(SLA_SIGNATURE.PROPOSAL_ID, proposal.id().value())
                .set(SLA_SIGNATURE.SIDE, signature.side().name())
                .set(SLA_SIGNATURE.MEMBER_ID, signature.memberId().value())
                .set(SLA_SIGNATURE.SIGNED_AT, utc(signature.at()))
                .execute();
        update(proposal, signature.at());
    }

    private List<Signature> signatures(ProposalId proposal) {
        return db.selectFrom(SLA_SIGNATURE)
                .where(SLA_SIGNATURE.PROPOSAL_ID.eq(proposal.value()))
                .orderBy(SLA_SIGNATURE.SIGNED_AT)
                .fetch(SlaStore::signature);
    }

    private static Signature signature(Record row) {
        return new Signature(
                Side.valueOf(row.get(SLA_SIGNATURE.SIDE)),
                new MemberId(row.get(SLA_SIGNATURE.MEMBER_ID)),
                row.get(SLA_SIGNATURE.SIGNED_AT).toInstant());
    }

    private Sla version(SlaVersionRecord row) {
        return new Sla(
                new SlaId(row.getSlaId()),
                row.getVersion(),
                row.getName(),
                terms(row.getTerms()),
                row.getAgreedAt().toInstant(),
                row.getStartsOn());
    }

    private Proposal proposal(Record row) {
        ProposalId id = new ProposalId(row.get(SLA_PROPOSAL.ID));
        return new Proposal(
                id,
                new SlaId(row.get(SLA_PROPOSAL.SLA_ID)),
                row.get(SLA_PROPOSAL.VERSION),
                Proposal.State.valueOf(row.get(SLA_PROPOSAL.STATE)),
                row.get(SLA_PROPOSAL.NAME),
                terms(row.get(SLA_PROPOSAL.TERMS)),
                row.get(SLA_PROPOSAL.STARTS_ON),
                new MemberId(row.get(SLA_PROPOSAL.PROPOSED_BY)),
                row.get(SLA_PROPOSAL.PROPOSED_AT).toInstant(),
                signatures(id));
    }

    private SlaTerms terms(JSONB stored) {
        return json.readValue(stored.data(), SlaTerms.class);
    }

    private JSONB written(SlaTerms terms) {
        return JSONB.valueOf(json.writeValueAsString(terms));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
