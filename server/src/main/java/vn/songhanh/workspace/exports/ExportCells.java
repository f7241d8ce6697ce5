package vn.songhanh.workspace.exports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Numbers;
import vn.songhanh.shared.SpreadsheetCell;
import vn.songhanh.shared.Viewer;
import vn.songhanh.web.ProblemTexts;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;

/** Values as a file has them: what people and spreadsheets read, and what our own import reads back. */
final class ExportCells {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

    private final Viewer viewer;
    private final ZoneId zone;
    private final ProblemTexts texts;
    private final Members members;
    private final Map<MemberId, String> names = new HashMap<>();
    private final Map<ExportSource.Choice, String> choices = new HashMap<>();

    ExportCells(Viewer viewer, ZoneId zone, ProblemTexts texts, Members members) {
        this.viewer = viewer;
        this.zone = zone;
        this.texts = texts;
        this.members = members;
    }

    String write(@Nullable Object value) {
        return SpreadsheetCell.safe(text(value));
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case MemberId member -> names.computeIfAbsent(member, this::name);
            case Boolean flag -> texts.text(flag ? "export.yes" : "export.no", Map.of(), viewer.locale());
            case ExportSource.Choice choice -> choices.computeIfAbsent(choice, this::word);
            case BigDecimal number -> Numbers.cell(number);
            case LocalDate date -> DATE.format(date);
            case OffsetDateTime moment -> MOMENT.format(moment.atZoneSameInstant(zone));
            case Object[] list -> joined(Arrays.asList(list));
            case Collection<?> list -> joined(list);
            default -> value.toString();
        };
    }

    private String joined(Collection<?> list) {
        return list.stream().filter(Objects::nonNull).map(this::text).collect(Collectors.joining("; "));
    }

    private String word(ExportSource.Choice choice) {
        return texts.choice(choice.field(), choice.value(), viewer.locale());
    }

    /** What an import finds the member by: the name, unless another member goes by it. */
    private String name(MemberId id) {
        Member member = members.find(List.of(id)).get(id);
        if (member == null || !viewer.may(WorkspaceKinds.MEMBER, Action.READ, id, member.teamId())) {
            return "";
        }
        boolean found = id.equals(members.named(List.of(member.fullName())).get(member.fullName()));
        return found ? member.fullName() : Objects.requireNonNullElse(member.email(), member.fullName());
    }
}
