package vn.songhanh.alignment.sla;

import java.time.Instant;

/** One version of the contract; every change makes a new one, and the earlier ones stay. */
public record Sla(SlaId id, long version, String name, SlaTerms terms, Instant agreedAt) {}
