package vn.songhanh.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public API, as far as the drill uses it. */
final class Api {

    private final URI address;
    private final String key;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Api(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /** An answer with success; everything else is an {@link IOException}, for nobody knows then what has happened. */
    record Answer(String body, String etag) {

        String text(String field) {
            Matcher matcher = Pattern.compile("\"" + field + "\":\"([^\"]*)\"").matcher(body);
            if (!matcher.find()) {
                throw new IllegalStateException("no " + field + " in " + body);
            }
            return matcher.group(1);
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer create(String path, String idempotencyKey, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer act(String path) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    Answer patch(String path, String etag, String body) throws IOException, InterruptedException {
        return send(request(path).header("If-Match", etag).method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What the acknowledged records say of themselves now. */
    List<String> faults(List<Ledger.Entry> entries) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        for (Ledger.Entry entry : entries) {
            String path = switch (entry.step()) {
                case CONTACT_CREATED, CONTACT_PATCHED -> "/api/contacts/" + entry.id();
                case DEAL_OPENED, DEAL_WON -> "/api/deals/" + entry.id();
            };
            try {
                if (!get(path).body().contains("\"" + entry.token() + "\"")) {
                    faults.add(path + " does not say " + entry.token());
                }
            } catch (IOException e) {
                faults.add(path + " cannot be read: " + e.getMessage());
            }
        }
        return faults;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return new Answer(response.body(), response.headers().firstValue("ETag").orElse(""));
    }
}
