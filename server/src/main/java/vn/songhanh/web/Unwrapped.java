package vn.songhanh.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Records as the API shows them. */
final class Unwrapped {

    private Unwrapped() {}

    /** Its components; in the place of a {@link JsonUnwrapped} one, those of that. */
    static List<RecordComponent> components(Class<?> type) {
        List<RecordComponent> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                components.addAll(components(component.getType()));
            } else {
                components.add(component);
            }
        }
        return components;
    }

    /** Whether it names what is further inside, in an unwrapped record, which is named there as well. */
    static boolean isPassing(JacksonException.Reference reference) {
        Object from = reference.from();
        Class<?> type = from instanceof Class<?> named ? named : from == null ? Object.class : from.getClass();
        String name = reference.getPropertyName();
        return type.isRecord()
                && components(type).stream()
                        .anyMatch(component ->
                                component.getName().equals(name) && component.getDeclaringRecord() != type);
    }
}
