package vn.planted.contacts;

import java.util.UUID;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;

@EventName("sales.deal-won")
record NamedByAnother(UUID aggregate) implements DomainEvent {}
