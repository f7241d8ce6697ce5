package vn.songhanh.alignment.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.SpreadsheetCell;
import vn.songhanh.web.ProblemTexts;

/** The figures of a report as a file for spreadsheets: one line for the whole, then for each rep, source and month. */
@Component
class SlaReportFile {

    private static final List<String> HEADINGS = List.of(
            "part",
            "name",
            "handedOver",
            "accepted",
            "rejected",
            "met",
            "breached",
            "pending",
            "touched",
            "medianMinutes",
            "compliance",
            "value",
            "won",
            "revenue",
            "currency");

    private final ProblemTexts texts;

    SlaReportFile(ProblemTexts texts) {
        this.texts = texts;
    }

    void write(SlaReport report, Locale locale, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADINGS.stream().map(name -> word(name, locale)).toList());
        csv.writeRecord(line("total", report.from() + " – " + report.to(), report.total(), null, locale));
        report.perRep().forEach(rep -> csv.writeRecord(line("rep", rep.name(), rep.figures(), null, locale)));
        report.perSource()
                .forEach(source ->
                        csv.writeRecord(line("source", source.source(), source.figures(), source.earned(), locale)));
        report.perMonth()
                .forEach(month ->
                        csv.writeRecord(line("month", month.month().toString(), month.figures(), null, locale)));
        csv.flush();
    }

    private List<String> line(
            String part, @Nullable String name, Figures figures, SlaReport.@Nullable Earned earned, Locale locale) {
        List<String> line = new ArrayList<>();
        line.add(word(part, locale));
        line.add(SpreadsheetCell.safe(name == null ? word("unknown", locale) : name));
        Stream.of(
                        figures.handedOver(),
                        figures.accepted(),
                        figures.rejected(),
                        figures.met(),
                        figures.breached(),
                        figures.pending(),
                        figures.touched())
                .map(String::valueOf)
                .forEach(line::add);
        line.add(plain(figures.medianMinutes()));
        line.add(plain(figures.compliance()));
        line.add(earned == null ? "" : plain(earned.value().amount()));
        line.add(earned == null ? "" : String.valueOf(earned.won()));
        line.add(earned == null ? "" : plain(earned.revenue().amount()));
        line.add(earned == null ? "" : earned.value().currency());
        return line;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private String word(String name, Locale locale) {
        return texts.text("sla-report." + name, Map.of(), locale);
    }
}
