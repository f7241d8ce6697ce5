package vn.songhanh.workspace.events;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

    /**
     * Only events of the types that a consumer names are fetched for it. One that it names for the first time it hears
     * from its place on.
     */
    public <E extends DomainEvent> EventConsumer on(Class<E> type, Consumer<Envelope<E>> handler) {
        if (handlers.put(EventForms.name(type).value(), new Handler<>(type, handler)) != null) {
            throw new IllegalArgumentException(name + " hears " + type + " twice");
        }
        return this;
    }

    public String name() {
        return name;
    }

    /** The names of the events that it wants. */
    Set<String> types() {
        return handlers.keySet();
    }

    Collection<Handler<?>> handlers() {
        return handlers.values();
    }

    /** Null when it wants no such events any more. */
    @Nullable
    Handler<?> handler(String type) {
        return handlers.get(type);
    }

    record Handler<E extends DomainEvent>(Class<E> type, Consumer<Envelope<E>> consumer) {}
}
