package vn.songhanh.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A keep-alive HTTP/1.1 client that costs next to nothing, so that on two cores the product is measured and not its
 * caller.
 */
final class Caller implements AutoCloseable {

    /** One connection with its streams. */
    private record Line(Socket socket, InputStream in, OutputStream out) {

        static Line to(int port) throws IOException {
            Socket socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            return new Line(
                    socket, new BufferedInputStream(socket.getInputStream(), 1 << 16), socket.getOutputStream());
        }
    }

    private final int port;
    private final String key;
    private Line line;

    Caller(int port, String key) throws IOException {
        this.port = port;
        this.key = key;
        this.line = Line.to(port);
    }

    String get(String path) {
        return send("GET", path, "");
    }

    String post(String path, String body) {
        return send("POST", path, body);
    }

    /** @return the answer's body; anything but a 2xx is an error of the benchmark */
    private String send(String method, String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
        try {
            byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
            byte[] request = new byte[bytes.length + content.length];
            System.arraycopy(bytes, 0, request, 0, bytes.length);
            System.arraycopy(content, 0, request, bytes.length, content.length);
            line.out().write(request);
            String status = text();
            int length = -1;
            boolean chunked = false;
            boolean last = false;
            for (String header = text(); !header.isEmpty(); header = text()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                    chunked = true;
                } else if (lower.equals("connection: close")) {
                    last = true;
                }
            }
            String answer =
                    chunked ? chunks() : new String(line.in().readNBytes(Math.max(0, length)), StandardCharsets.UTF_8);
            if (last) {
                line.socket().close();
                line = Line.to(port);
            }
            if (!status.startsWith("HTTP/1.1 2")) {
                throw new IllegalStateException(method + " " + path + " answered " + status + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            int length = Integer.parseInt(text().strip(), 16);
            byte[] chunk = line.in().readNBytes(length);
            text();
            if (length == 0) {
                return body.toString();
            }
            body.append(new String(chunk, StandardCharsets.UTF_8));
        }
    }

    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = line.in().read(); c != '\n'; c = line.in().read()) {
            if (c < 0) {
                throw new IOException("connection closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            line.socket().close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot close the connection", e);
        }
    }
}
