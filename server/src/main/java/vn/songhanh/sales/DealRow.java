package vn.songhanh.sales;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.CompanyId;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.sales.pipeline.Pipeline;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.sales.pipeline.StageKind;
import vn.songhanh.shared.Dates;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportTarget.Row;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Invalid.FieldError;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;

/**
 * What one row of a file says about a deal, read as far as that needs no database.
 *
 * @param stage where it stands; what is lost is taken to have been lost where it began
 * @param first where deals of its pipeline begin
 * @param openedAt given or, without a date in the file, the moment of the import
 */
record DealRow(
        @Nullable String externalId,
        String name,
        Stage stage,
        Stage first,
        DealStatus status,
        @Nullable Money amount,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate expectedCloseDate,
        List<String> tags) {

    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-M-d", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,])\\d{3}(\\1\\d{3})*");
    private static final Pattern NOT_PART_OF_A_NUMBER = Pattern.compile("[\\s\\u00a0\\u202f₫đĐ$€]|VND|VNĐ|USD|EUR");

    Deal.Standing standing() {
        Instant since = closedAt == null ? openedAt : closedAt;
        return new Deal.Standing(stage.pipelineId(), stage.id(), status, since, closedAt, null, null);
    }

    /** The deal that is there already, with what the row says; what it does not speak of stays. */
    Deal onto(
            Deal deal,
            Row row,
            @Nullable MemberId owner,
            @Nullable CompanyId company,
            @Nullable ContactId contact,
            Function<MemberId, TeamId> teamOf,
            Instant now) {
        Deal.Terms old = deal.terms();
        List<ContactId> contacts = new ArrayList<>(old.contactIds());
        if (contact != null && !contacts.contains(contact)) {
            contacts.add(contact);
        }
        Deal.Terms terms = new Deal.Terms(
                row.get("name") == null ? old.name() : name,
                amount == null ? old.amount() : amount,
                List.copyOf(contacts),
                company == null ? old.companyId() : company,
                owner == null ? old.ownerId() : owner,
                expectedCloseDate == null ? old.expectedCloseDate() : expectedCloseDate,
                old.nextStep(),
                old.nextStepDate(),
                tags.isEmpty() ? old.tags() : tags,
                old.custom());
        boolean stands = row.get("stage") == null
                || (status == deal.status()
                        && (status != DealStatus.OPEN
                                || stage.id().equals(deal.standing().stageId())));
        return deal.amend(
                terms,
                stands ? deal.standing() : standing(),
                owner == null ? deal.teamId() : teamOf.apply(owner),
                row.get("openedAt") == null ? deal.openedAt() : openedAt,
                now);
    }

    DealMove opening(Viewer viewer, Deal deal) {
        return step(viewer, deal.id(), DealMove.Kind.OPENED, null, status == DealStatus.OPEN ? stage : first, openedAt);
    }

    /** The step to where the row says that it stands. */
    DealMove step(Viewer viewer, DealId deal, StageId from) {
        DealMove.Kind kind = switch (status) {
            case OPEN -> DealMove.Kind.MOVED;
            case WON -> DealMove.Kind.WON;
            case LOST -> DealMove.Kind.LOST;
        };
        return step(viewer, deal, kind, from, stage, standing().since());
    }

    private static DealMove step(
            Viewer viewer, DealId deal, DealMove.Kind kind, @Nullable StageId from, Stage to, Instant at) {
        return new DealMove(Ids.next(), deal, kind, from, to.id(), null, null, at, viewer.actor(), viewer.via());
    }

    /** Reads rows of one import: dates are days in the workspace's zone, stages are those of the pipelines. */
    record Reader(List<Pipeline> pipelines, ZoneId zone, Instant now) {

        /** @param errors where to tell what cannot be read; the row is then null */
        @Nullable
        DealRow read(Row row, List<FieldError> errors) {
            Invalid.Check check = new Invalid.Check();
            Pipeline pipeline = pipeline(row, check);
            Standing standing = standing(row, pipeline, check);
            Instant opened = moment(row, "openedAt", check);
            Instant closed = moment(row, "closedAt", check);
            check.that(opened == null || closed == null || !closed.isBefore(opened), "closedAt", "before-its-begin");
            check.that(closed == null || standing.status != DealStatus.OPEN, "closedAt", "closed-needs-won-or-lost");
            Money amount = amount(row, check);
            List<String> tags = tags(row, check);
            String externalId = row.get("externalId");
            check.that(externalId == null || externalId.length() <= 200, "externalId", "too-long", Map.of("max", 200));
            String name = name(row, tags);
            check.that(name != null, "name", "required");
            check.that(name == null || name.length() <= 200, "name", "too-long", Map.of("max", 200));
            LocalDate expected = date(row, "expectedCloseDate", check);
            try {
                check.done();
            } catch (Invalid invalid) {
                errors.addAll(invalid.errors());
                return null;
            }
            Instant begun = opened != null ? opened : closed != null ? closed : now;
            return new DealRow(
                    externalId,
                    Objects.requireNonNull(name),
                    standing.stage,
                    pipeline.first(),
                    standing.status,
                    amount,
                    begun,
                    standing.status == DealStatus.OPEN ? null : closed != null ? closed : begun,
                    expected,
                    tags);
        }

        private record Standing(Stage stage, DealStatus status) {}

        private Pipeline pipeline(Row row, Invalid.Check check) {
            String wanted = row.get("pipeline");
            if (wanted == null) {
                return pipelines.getFirst();
            }
            Optional<Pipeline> found = pipelines.stream()
                    .filter(pipeline -> same(pipeline.name(), wanted))
                    .findFirst();
            check.that(found.isPresent(), "pipeline", "unknown-reference", Map.of("value", wanted));
            return found.orElse(pipelines.getFirst());
        }

        /** A stage's name, or WON or LOST; the care after the sale says that it was won. */
        private Standing standing(Row row, Pipeline pipeline, Invalid.Check check) {
            String wanted = row.get("stage");
            if (wanted == null) {
                return new Standing(pipeline.first(), DealStatus.OPEN);
            }
            if (wanted.equalsIgnoreCase(DealStatus.WON.name())) {
                return new Standing(Objects.requireNonNullElse(pipeline.afterSales(), pipeline.last()), DealStatus.WON);
            }
            if (wanted.equalsIgnoreCase(DealStatus.LOST.name())) {
                return new Standing(pipeline.first(), DealStatus.LOST);
            }
            for (Stage stage : pipeline.stages()) {
                if (same(stage.name(), wanted)) {
                    boolean won = stage.kind() == StageKind.AFTER_SALES;
                    return new Standing(stage, won ? DealStatus.WON : DealStatus.OPEN);
                }
            }
            check.that(false, "stage", "unknown-choice", Map.of("allowed", choices(pipeline)));
            return new Standing(pipeline.first(), DealStatus.OPEN);
        }

        private static @Nullable Money amount(Row row, Invalid.Check check) {
            String text = row.get("amount");
            if (text == null) {
                return null;
            }
            try {
                BigDecimal number = number(text);
                check.that(number.signum() >= 0, "amount", "negative");
                String currency = row.get("currency");
                return new Money(number, currency == null ? null : currency.toUpperCase(Locale.ROOT));
            } catch (NumberFormatException notANumber) {
                check.that(false, "amount", "not-a-number");
            } catch (Invalid wrong) {
                wrong.errors().forEach(check::add);
            }
            return null;
        }

        /** Grouped by points or commas, as people write it, or plain. A single group of three is thousands. */
        private static BigDecimal number(String text) {
            String bare = NOT_PART_OF_A_NUMBER.matcher(text).replaceAll("");
            if (GROUPED.matcher(bare).matches()) {
                return new BigDecimal(bare.replaceAll("[.,]", ""));
            }
            int point = bare.lastIndexOf('.');
            int comma = bare.lastIndexOf(',');
            String plain = comma > point ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
            return new BigDecimal(plain);
        }

        private @Nullable Instant moment(Row row, String field, Invalid.Check check) {
            String text = row.get(field);
            if (text == null) {
                return null;
            }
            if (text.endsWith("Z") && text.length() > 10) {
                try {
                    return Dates.within(Instant.parse(text), field);
                } catch (Invalid anotherAge) {
                    anotherAge.errors().forEach(check::add);
                    return null;
                } catch (DateTimeException notAnInstant) {
                    check.that(false, field, "not-an-instant");
                    return null;
                }
            }
            LocalDate day = date(row, field, check);
            return day == null ? null : day.atStartOfDay(zone).toInstant();
        }

        private static @Nullable LocalDate date(Row row, String field, Invalid.Check check) {
            String text = row.get(field);
            if (text == null) {
                return null;
            }
            for (DateTimeFormatter format : DATES) {
                try {
                    return Dates.within(LocalDate.parse(text, format), field);
                } catch (Invalid anotherAge) {
                    anotherAge.errors().forEach(check::add);
                    return null;
                } catch (DateTimeException another) {
                    continue;
                }
            }
            check.that(false, field, "not-a-date");
            return null;
        }

        private static List<String> tags(Row row, Invalid.Check check) {
            String text = row.get("tags");
            List<String> tags = text == null
                    ? List.of()
                    : Arrays.stream(text.split("[;,|]"))
                            .map(String::strip)
                            .filter(tag -> !tag.isEmpty())
                            .distinct()
                            .toList();
            check.that(tags.size() <= DealInput.MAX_TAGS, "tags", "too-many", Map.of("max", DealInput.MAX_TAGS));
            check.that(tags.stream().allMatch(tag -> tag.length() <= 50), "tags", "too-long", Map.of("max", 50));
            return tags;
        }

        /** Files of other systems often name no deals: then it is called by who buys what. */
        private static @Nullable String name(Row row, List<String> tags) {
            String given = row.get("name");
            if (given != null) {
                return given;
            }
            List<String> parts = new ArrayList<>(tags);
            Stream.of("company", "contact")
                    .map(row::get)
                    .filter(Objects::nonNull)
                    .forEach(parts::add);
            if (parts.isEmpty()) {
                return row.get("externalId");
            }
            return parts.stream().collect(Collectors.joining(" – "));
        }

        private static boolean same(String ours, String theirs) {
            return Text.fold(ours).equals(Text.fold(theirs));
        }

        static List<String> choices(Pipeline pipeline) {
            return Stream.concat(
                            pipeline.stages().stream().map(Stage::name),
                            Stream.of(DealStatus.WON.name(), DealStatus.LOST.name()))
                    .toList();
        }
    }
}
