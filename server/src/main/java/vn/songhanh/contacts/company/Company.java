package vn.songhanh.contacts.company;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.Address;
import vn.songhanh.contacts.CustomerStatus;
import vn.songhanh.contacts.Emails;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.contacts.lifecycle.Staged;
import vn.songhanh.contacts.lifecycle.Standing;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.ColumnForm;
import vn.songhanh.shared.Form;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Times;

/**
 * An organisation that we deal with; never the user's own company.
 *
 * @param teamId the owner's team
 */
public record Company(
        CompanyId id,
        long version,
        @JsonUnwrapped Details details,
        @Nullable MemberId ownerId,
        @JsonIgnore @Nullable TeamId teamId,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped Times times)
        implements Staged<Company.Details> {

    /**
     * What people say of a company.
     *
     * @param name empty where nobody has said it yet
     * @param taxCode as {@link TaxCode} writes it; no two living companies have the same
     * @param domain of its web site, without {@code www.}
     */
    public record Details(
            String name,
            @Nullable String taxCode,
            @Nullable String domain,
            @Nullable String website,
            @Nullable String phone,
            @Nullable String industry,
            @Nullable Integer employees,
            @Nullable CompanyId parentId,
            @Nullable CustomerStatus customerStatus,
            Source source,
            List<String> tags,
            Address address,
            Map<String, Object> custom) {

        public Details {
            name = Objects.requireNonNullElse(name, "");
            source = Objects.requireNonNullElse(source, Source.UNKNOWN);
            tags = Objects.requireNonNullElse(tags, List.of());
            address = Objects.requireNonNullElse(address, Address.NONE);
            custom = Objects.requireNonNullElse(custom, Map.of());
        }

        /** By the names of the fields; what is not named is not known. */
        public static Details of(Map<String, ?> values) {
            return CompanyFields.DETAILS.of(values);
        }

        Details under(@Nullable CompanyId parent) {
            return CompanyFields.DETAILS.changed(this, "parentId", parent);
        }
    }

    private static final Pattern DOMAIN =
            Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?(?:\\.[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?)+");
    private static final Pattern AROUND_DOMAIN = Pattern.compile("^[a-z]+://|^www\\.|[/?#:].*$");

    /**
     * @param owner and the team he is in; both or neither
     * @throws Invalid with everything that is wrong with the input
     */
    static Company create(CompanyInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return made(input, false, owner, team, now, now);
    }

    /** As {@link #create}, from a file: what is wrong in a tax code or phone number may have been so where it came from. */
    static Company imported(
            CompanyInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant since, Instant now) {
        return made(input, true, owner, team, since, now);
    }

    private static Company made(
            CompanyInput input,
            boolean asWritten,
            @Nullable MemberId owner,
            @Nullable TeamId team,
            Instant since,
            Instant now) {
        CompanyId id = CompanyId.next();
        Details details = checked(id, input, null, null, asWritten);
        Standing standing = Standing.begin(input.stage(), since, input.otherKindId());
        return new Company(id, 1, details, owner, team, standing, Times.begin(now));
    }

    /** The company after an edit; its stage changes by the rules of the {@link Lifecycle}, not here. */
    Company edit(CompanyInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return edited(input, false, owner, team, now);
    }

    /** As {@link #edit}, back to what it was before an import, as it was written. */
    Company putBack(CompanyInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return edited(input, true, owner, team, now);
    }

    private Company edited(
            CompanyInput input, boolean asWritten, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        Details after = checked(id, input, details, otherKindId(), asWritten);
        OtherKindId kind = input.stage() == LifecycleStage.OTHER ? input.otherKindId() : null;
        return new Company(id, version + 1, after, owner, team, standing.ofKind(kind), times.edited(now));
    }

    /**
     * The company with what a file says of it: texts take the place of the old, tags are added.
     *
     * @param row from which {@code file} was read
     */
    public Company fill(Company file, ImportRow row, Instant now) {
        boolean ofOwner = row.has("owner");
        return new Company(
                id,
                version + 1,
                CompanyFields.DETAILS
                        .filled(details, file.details, row)
                        .under(row.has("parent") ? file.parentId() : parentId()),
                ofOwner ? file.ownerId : ownerId,
                ofOwner ? file.teamId : teamId,
                row.has("otherKind") ? standing.ofKind(file.otherKindId()) : standing,
                times.edited(now));
    }

    /** With the company above it, found once all rows of a file are known. */
    Company under(@Nullable CompanyId parent) {
        return new Company(id, version, details.under(parent), ownerId, teamId, standing, times);
    }

    /** Of another kind, or of one at last; for somebody who stands in {@link LifecycleStage#OTHER}. */
    Company ofKind(OtherKindId kind, Instant now) {
        return new Company(id, version + 1, details, ownerId, teamId, standing.ofKind(kind), times.edited(now));
    }

    Company delete(Instant now) {
        return new Company(id, version + 1, details, ownerId, teamId, standing, times.deleted(now));
    }

    Company restore(Instant now) {
        return new Company(id, version + 1, details, ownerId, teamId, standing, times.restored(now));
    }

    public String name() {
        return details.name;
    }

    public @Nullable String taxCode() {
        return details.taxCode;
    }

    public @Nullable String domain() {
        return details.domain;
    }

    public @Nullable CompanyId parentId() {
        return details.parentId;
    }

    /** As the audit trail tells it. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = CompanyFields.DETAILS.facts(details);
        facts.put("ownerId", ownerId);
        facts.put("lifecycleStage", lifecycleStage());
        facts.put("otherKindId", otherKindId());
        facts.put("deletedAt", times.deletedAt());
        return facts;
    }

    /** {@code https://www.Vinamilk.com.vn/vi} as {@code vinamilk.com.vn}; empty when it is no domain. */
    public static Optional<String> domain(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < 3; i++) {
            bare = AROUND_DOMAIN.matcher(bare).replaceFirst("");
        }
        return bare.length() <= 253 && DOMAIN.matcher(bare).matches()
                ? Optional.of(Emails.domain(bare))
                : Optional.empty();
    }

    /** By what a company in the tables, or in an earlier row of a file, is found again; the surest first. */
    List<String> keys() {
        return keys(details.taxCode, details.domain, details.name);
    }

    static List<String> keys(@Nullable String taxCode, @Nullable String domain, @Nullable String name) {
        List<String> keys = new ArrayList<>();
        if (taxCode != null) {
            keys.add("taxCode:" + taxCode);
        }
        if (domain != null) {
            keys.add("domain:" + domain);
        }
        if (name != null) {
            keys.add("name:" + Text.fold(name));
        }
        return keys;
    }

    private static Details checked(
            CompanyId id,
            CompanyInput input,
            @Nullable Details before,
            @Nullable OtherKindId kindBefore,
            boolean asWritten) {
        Invalid.Check check = new Invalid.Check();
        Details details = CompanyFields.DETAILS.checked(input.details(), before, asWritten, check);
        check.that(!details.name.isEmpty(), "name", "required");
        check.that(!id.equals(details.parentId), "parentId", "own-parent");
        OtherKindId kind = input.otherKindId();
        check.that(
                kind == null || input.stage() == LifecycleStage.OTHER || kind.equals(kindBefore),
                "otherKindId",
                "only-for-other");
        check.done();
        return details;
    }

    /** What an import kept as it was written may stay so. */
    static @Nullable String taxCode(String said, @Nullable String before, Form.Site at) {
        String text = ColumnForm.shortText(said, at.field(), at.check());
        if (text == null || text.equals(before)) {
            return text;
        }
        TaxCode code = TaxCode.parse(text).orElse(null);
        at.check().that(code != null, at.field(), "not-a-tax-code");
        at.check().that(code == null || at.asWritten() || code.checks(), at.field(), "tax-code-check-digit");
        return code == null ? null : code.value();
    }

    public static @Nullable String domain(String said, @Nullable String before, Form.Site at) {
        String text = Text.cleanOrNull(said, at.field());
        String parsed = text == null ? null : domain(text).orElse(null);
        at.check().that(text == null || parsed != null, at.field(), "not-a-domain");
        return parsed;
    }
}
