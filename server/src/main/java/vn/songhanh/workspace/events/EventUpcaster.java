package vn.songhanh.workspace.events;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;

/**
 * How an event that was stored in an older form is read: its facts as they would have been stored in the next version.
 * The event's owner declares one as a bean for each {@link EventName#version} but the present one.
 *
 * @param from the version of the facts that it is given
 */
public record EventUpcaster(Class<? extends DomainEvent> type, int from, UnaryOperator<ObjectNode> next) {}
