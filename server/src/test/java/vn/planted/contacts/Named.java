package vn.planted.contacts;

import java.util.UUID;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;

/** Breaks nothing. */
@EventName("contacts.named")
record Named(UUID aggregate) implements DomainEvent {}
