package vn.songhanh.referees;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sends requests byte by byte as they are written: no proper client would let through what a stranger may send. */
final class Wire {

    /**
     * A request with every byte of it.
     *
     * @param target path and query, as they stand in the first line; ISO 8859-1 where it is no ASCII, like the headers
     */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {

        /** As somebody would repeat it. */
        String curl() {
            StringBuilder line = new StringBuilder("curl -X " + method + " '" + shortened(target) + "'");
            headers.forEach((name, value) -> {
                if (!name.equals("Authorization")) {
                    line.append(" -H '")
                            .append(name)
                            .append(": ")
                            .append(shortened(value))
                            .append('\'');
                }
            });
            if (body.length > 0) {
                line.append(" --data-binary '")
                        .append(shortened(new String(body, StandardCharsets.UTF_8)))
                        .append('\'');
            }
            return line.toString().replace("\0", "\\0");
        }

        private static String shortened(String text) {
            return text.length() <= 600 ? text : text.substring(0, 300) + "…(" + text.length() + " characters)";
        }
    }

    /** What came back; status 0 when nothing did. */
    record Reply(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    Reply send(Request request) {
        StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.putIfAbsent("Host", "localhost:" + port);
        headers.put("Connection", "close");
        if (request.body().length > 0) {
            headers.putIfAbsent("Content-Length", String.valueOf(request.body().length));
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(request.body());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            try {
                socket.getOutputStream().write(whole.toByteArray());
                socket.getInputStream().transferTo(answer);
            } catch (IOException brokenOff) {
                // Who is refused early may see the line break while he still writes; what came until then counts.
                return read(answer.toByteArray());
            }
        } catch (IOException refused) {
            return new Reply(0, Map.of(), refused.toString());
        }
        return read(answer.toByteArray());
    }

    private static Reply read(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0) {
            return new Reply(0, Map.of(), text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        String body = text.substring(end + 4);
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            body = joined(body);
        }
        return new Reply(
                status, headers, new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            if (line < 0) {
                break;
            }
            int length =
                    Integer.parseInt(chunks.substring(at, line).split(";")[0].strip(), 16);
            if (length == 0) {
                break;
            }
            int end = Math.min(chunks.length(), line + 2 + length);
            body.append(chunks, line + 2, end);
            at = end + 2;
        }
        return body.toString();
    }
}
