package vn.songhanh.contacts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;

/**
 * What people say about a contact: the body of a POST, and what a PATCH is merged into.
 *
 * @param fullName alone it is split by Vietnamese rules; see {@link PersonName}
 * @param email the primary address; together with {@code emails} it goes to their front
 * @param phone the primary number, likewise
 * @param lifecycleStage {@link LifecycleStage#LEAD} for a new contact unless said otherwise
 * @param otherKindId needed for {@link LifecycleStage#OTHER}, and for that stage only
 * @param custom values of custom fields by key
 */
public record ContactInput(
        @Nullable String fullName,
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable List<String> emails,
        @Nullable List<String> phones,
        @Nullable String jobTitle,
        @Nullable CompanyId companyId,
        @Nullable MemberId ownerId,
        @Nullable LifecycleStage lifecycleStage,
        @Nullable OtherKindId otherKindId,
        @Nullable CustomerStatus customerStatus,
        @Nullable Source source,
        @Nullable List<String> tags,
        @Nullable Address address,
        @Nullable Map<String, Object> custom) {

    ContactInput withCustom(Map<String, Object> values) {
        return new ContactInput(
                fullName,
                familyName,
                givenName,
                email,
                phone,
                emails,
                phones,
                jobTitle,
                companyId,
                ownerId,
                lifecycleStage,
                otherKindId,
                customerStatus,
                source,
                tags,
                address,
                values);
    }

    static ContactInput of(Contact contact) {
        return new ContactInput(
                contact.name().full(),
                contact.name().family(),
                contact.name().given(),
                contact.email(),
                contact.phone(),
                contact.emails(),
                contact.phones(),
                contact.jobTitle(),
                contact.companyId(),
                contact.ownerId(),
                contact.lifecycleStage(),
                contact.otherKindId(),
                contact.customerStatus(),
                contact.source(),
                contact.tags(),
                contact.address().input(),
                contact.custom());
    }
}
