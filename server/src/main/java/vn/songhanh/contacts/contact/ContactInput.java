package vn.songhanh.contacts.contact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.MemberId;

/**
 * What people say about a contact: the body of a POST, and what a PATCH is merged into. The full name alone is enough,
 * see {@link PersonName}.
 *
 * @param lifecycleStage {@link LifecycleStage#LEAD} for a new contact unless said otherwise
 * @param otherKindId needed for {@link LifecycleStage#OTHER}, and for that stage only
 */
public record ContactInput(
        @JsonUnwrapped Contact.Details details,
        @Nullable MemberId ownerId,
        @Nullable LifecycleStage lifecycleStage,
        @Nullable OtherKindId otherKindId) {

    LifecycleStage stage() {
        return Objects.requireNonNullElse(lifecycleStage, LifecycleStage.LEAD);
    }

    ContactInput withCustom(Map<String, Object> values) {
        return new ContactInput(
                ContactFields.DETAILS.changed(details, "custom", values), ownerId, lifecycleStage, otherKindId);
    }

    ContactInput from(Source source) {
        return new ContactInput(
                ContactFields.DETAILS.changed(details, "source", source), ownerId, lifecycleStage, otherKindId);
    }

    static ContactInput of(Contact contact) {
        return new ContactInput(
                ContactFields.DETAILS.changed(
                        contact.details(),
                        "address",
                        contact.details().address().input()),
                contact.ownerId(),
                contact.lifecycleStage(),
                contact.otherKindId());
    }
}
