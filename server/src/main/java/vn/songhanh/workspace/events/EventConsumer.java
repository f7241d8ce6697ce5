package vn.songhanh.workspace.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.Envelope;

/**
 * What one listener does on which events; a module declares it as a bean. Each consumer has its own place in the
 * stream. A handler runs in a transaction together with the move of that place, so what it writes to the database
 * happens once; whatever else it does must bear repetition.
 */
public final class EventConsumer {

    private final String name;
    private final Map<String, Handler<?>> handlers = new LinkedHashMap<>();

    private EventConsumer(String name) {
        this.name = name;
    }

    /** @param name unique and never changed: the consumer's place in the stream is kept under it */
    public static EventConsumer named(String name) {
        return new EventConsumer(name);
    }

    public <E extends DomainEvent> EventConsumer on(Class<E> type, Consumer<Envelope<E>> handler) {
        handlers.put(type.getSimpleName(), new Handler<>(type, handler));
        return this;
    }

    public String name() {
        return name;
    }

    Map<String, Handler<?>> handlers() {
        return handlers;
    }

    record Handler<E extends DomainEvent>(Class<E> type, Consumer<Envelope<E>> consumer) {}
}
