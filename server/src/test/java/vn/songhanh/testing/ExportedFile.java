package vn.songhanh.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.songhanh.testing.Api.Answer;

/**
 * A file as {@code GET /api/exports/….csv} gave it.
 *
 * @param records contacts, companies, deals
 */
public record ExportedFile(Api api, String records, Answer answer, List<String> headings, List<List<String>> rows) {

    /** @param query {@code filter}, {@code q}, {@code sort}, {@code columns}, {@code deleted} */
    public static ExportedFile of(Api api, String records, Map<String, String> query) {
        Answer answer = api.get(path(records, query)).expect(200);
        List<List<String>> lines = new ArrayList<>();
        CsvReader.builder()
                .ofCsvRecord(answer.body().replaceFirst("^\uFEFF", ""))
                .forEach(line -> lines.add(line.getFields()));
        return new ExportedFile(api, records, answer, lines.getFirst(), lines.subList(1, lines.size()));
    }

    /** A file that somebody wrote by hand, to be {@link #imported}. */
    public static ExportedFile written(Api api, String records, String csv) {
        Answer answer = new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), csv, "");
        return new ExportedFile(api, records, answer, List.of(), List.of());
    }

    public static String path(String records, Map<String, String> query) {
        StringBuilder path = new StringBuilder("/api/exports/" + records + ".csv?");
        query.forEach((name, value) -> path.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"))
                .append('&'));
        return path.toString();
    }

    public List<String> column(String heading) {
        int place = headings.indexOf(heading);
        if (place < 0) {
            throw new AssertionError("no column " + heading + " among " + headings);
        }
        return rows.stream().map(row -> row.get(place)).toList();
    }

    /** What the audit trail tells of the last export of these records. */
    public JsonNode audited() {
        String kind = records.equals("companies") ? "COMPANY" : records.substring(0, records.length() - 1);
        return api.get("/api/audit?action=exported&limit=1&kind=" + kind.toUpperCase(java.util.Locale.ROOT))
                .expect(200)
                .at("items.0");
    }

    /** By the name of each column, the field that an import would put it into by itself; none: "". */
    public Map<String, String> guessed() {
        JsonNode preview = api.upload("/api/imports/preview", Map.of("object", records), "xuất.csv", bytes())
                .expect(200)
                .json();
        Map<String, String> guesses = new HashMap<>();
        JsonNode names = audited().at("/after/columns");
        for (int i = 0; i < names.size(); i++) {
            guesses.put(
                    names.get(i).stringValue(),
                    preview.at("/columns/" + i + "/field").asString(""));
        }
        return guesses;
    }

    /** By the name of each column, the field of an import that goes by the same name; none: "". */
    public Map<String, String> importable() {
        List<String> fields = new ArrayList<>();
        api.get("/api/imports/targets").expect(200).json().forEach(target -> {
            if (target.get("object").stringValue().equals(records)) {
                target.get("fields")
                        .forEach(field -> fields.add(field.get("name").stringValue()));
            }
        });
        Map<String, String> same = new HashMap<>();
        audited().at("/after/columns").forEach(name -> {
            String column = name.stringValue();
            same.put(column, fields.contains(column) ? column : "");
        });
        return same;
    }

    /** The file goes in again, its columns mapped by themselves. */
    public String imported(TestTimers timers, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("object", records);
        String path = "/api/imports/"
                + api.upload("/api/imports", form, "xuất.csv", bytes())
                        .expect(201)
                        .json("id");
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(deadline)) {
            timers.runDue();
            JsonNode now = api.get(path).expect(200).json();
            if (!now.get("status").stringValue().equals("RUNNING")) {
                return "%d created, %d updated, %d skipped, %d failed%s"
                        .formatted(
                                now.get("created").intValue(),
                                now.get("updated").intValue(),
                                now.get("skipped").intValue(),
                                now.get("failed").intValue(),
                                now.get("failed").intValue() == 0
                                        ? ""
                                        : ": " + api.get(path + "/errors.csv").body());
            }
        }
        throw new AssertionError(path + " did not end");
    }

    private byte[] bytes() {
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }
}
