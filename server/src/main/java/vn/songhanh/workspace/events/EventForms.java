package vn.songhanh.workspace.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;

/** In what form events are stored, and how those of older forms are read. */
@Component
class EventForms {

    private record Form(Class<? extends DomainEvent> type, int version) {}

    private final JsonMapper json;
    private final Map<Form, EventUpcaster> upcasters = new HashMap<>();

    EventForms(JsonMapper json, List<EventUpcaster> declared) {
        this.json = json;
        declared.forEach(upcaster -> {
            if (upcasters.put(new Form(upcaster.type(), upcaster.from()), upcaster) != null) {
                throw new IllegalStateException(
                        "two upcasters read version " + upcaster.from() + " of " + upcaster.type());
            }
        });
    }

    static EventName name(Class<? extends DomainEvent> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(type + " has no @EventName");
        }
        return name;
    }

    String write(DomainEvent event) {
        return json.writeValueAsString(event);
    }

    <E extends DomainEvent> E read(Class<E> type, EventStore.Stored event) {
        int present = name(type).version();
        if (event.version() == present) {
            return json.readValue(event.payload(), type);
        }
        if (event.version() > present) {
            throw new IllegalStateException(
                    event.type() + " was stored in version " + event.version() + ", which is newer than " + present);
        }
        ObjectNode facts = json.readValue(event.payload(), ObjectNode.class);
        for (int version = event.version(); version < present; version++) {
            facts = upcaster(type, version).next().apply(facts);
        }
        return json.treeToValue(facts, type);
    }

    /** @throws IllegalStateException when events of an older version could lie there that nothing reads */
    void requireReadable(Class<? extends DomainEvent> type) {
        for (int version = 1; version < name(type).version(); version++) {
            upcaster(type, version);
        }
    }

    private EventUpcaster upcaster(Class<? extends DomainEvent> type, int version) {
        EventUpcaster upcaster = upcasters.get(new Form(type, version));
        if (upcaster == null) {
            throw new IllegalStateException("no upcaster reads version " + version + " of " + type);
        }
        return upcaster;
    }
}
