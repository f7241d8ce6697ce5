package vn.songhanh.alignment.sla;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of the contract that both sides agreed on. It never changes: another one follows it.
 *
 * @param version counts from 1
 * @param startsOn the day from which it holds, in the workspace's zone
 */
public record Sla(SlaId id, long version, String name, SlaTerms terms, Instant agreedAt, LocalDate startsOn) {}
