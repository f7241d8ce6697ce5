package vn.songhanh.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a {@link DomainEvent} is called where it is kept: its module, and what happened. It outlives the class's name. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

    /** Such as {@code sales.deal-won}. Who changes it renames the stored events in a migration. */
    String value();

    /**
     * Grows when a change of the record's shape would mislead a reader of older ones, together with an upcaster that
     * reads those.
     */
    int version() default 1;
}
