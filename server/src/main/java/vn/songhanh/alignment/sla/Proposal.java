package vn.songhanh.alignment.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;

/**
 * A version of the contract that is not agreed yet. It may be edited until both sides have signed, and holds for nobody
 * before.
 *
 * @param version of the text, the day included: a signature is for one of them, and editing takes signatures away
 */
public record Proposal(
        ProposalId id,
        SlaId slaId,
        long version,
        State state,
        String name,
        SlaTerms terms,
        LocalDate startsOn,
        MemberId proposedBy,
        Instant proposedAt,
        List<Signature> signatures) {

    public enum State {
        OPEN,
        AGREED,
        WITHDRAWN
    }

    static final int MAX_YEARS_AHEAD = 5;

    static Proposal of(
            SlaId sla, String name, SlaTerms terms, LocalDate startsOn, MemberId by, Instant at, LocalDate today) {
        return new Proposal(
                ProposalId.next(), sla, 1, State.OPEN, name, terms, checked(startsOn, today), by, at, List.of());
    }

    Proposal edit(String other, SlaTerms otherTerms, LocalDate otherDay, LocalDate today) {
        requireOpen();
        return new Proposal(
                id,
                slaId,
                version + 1,
                state,
                other,
                otherTerms,
                checked(otherDay, today),
                proposedBy,
                proposedAt,
                List.of());
    }

    /** @throws Conflict when that side has signed already, or the day on which it should begin is over */
    Proposal sign(Side side, MemberId by, Instant at, LocalDate today) {
        requireOpen();
        if (startsOn.isBefore(today)) {
            throw new Conflict("sla-start-passed", Map.of("startsOn", startsOn));
        }
        if (!missing().contains(side)) {
            throw new Conflict("sla-signed-already", Map.of("side", side));
        }
        List<Signature> more = Stream.concat(signatures.stream(), Stream.of(new Signature(side, by, at)))
                .toList();
        State next = more.size() == Side.values().length ? State.AGREED : State.OPEN;
        return new Proposal(id, slaId, version, next, name, terms, startsOn, proposedBy, proposedAt, more);
    }

    Proposal withdraw() {
        requireOpen();
        return new Proposal(
                id, slaId, version, State.WITHDRAWN, name, terms, startsOn, proposedBy, proposedAt, signatures);
    }

    /** The sides that have not signed yet. */
    public Set<Side> missing() {
        Set<Side> missing = EnumSet.allOf(Side.class);
        signatures.forEach(signature -> missing.remove(signature.side()));
        return missing;
    }

    Sla agreed(long number, Instant at) {
        return new Sla(slaId, number, name, terms, at, startsOn);
    }

    /** As the audit trail tells it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("terms", terms);
        facts.put("startsOn", startsOn);
        facts.put(
                "signedBy",
                signatures.stream()
                        .collect(Collectors.toMap(
                                signature -> signature.side().name(),
                                Signature::memberId,
                                (one, other) -> one,
                                LinkedHashMap::new)));
        return facts;
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw new Conflict("sla-proposal-closed", Map.of("state", state));
        }
    }

    private static LocalDate checked(LocalDate startsOn, LocalDate today) {
        if (startsOn.isBefore(today)) {
            throw new Invalid("startsOn", "in-the-past", Map.of("today", today));
        }
        if (startsOn.isAfter(today.plusYears(MAX_YEARS_AHEAD))) {
            throw new Invalid("startsOn", "too-far-ahead");
        }
        return startsOn;
    }
}
