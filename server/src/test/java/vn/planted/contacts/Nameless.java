package vn.planted.contacts;

import java.util.UUID;
import vn.songhanh.shared.DomainEvent;

record Nameless(UUID aggregate) implements DomainEvent {}
