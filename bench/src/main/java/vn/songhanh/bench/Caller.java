package vn.songhanh.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A keep-alive HTTP/1.1 client that costs next to nothing, so that on two cores the product is measured and not its
 * caller.
 */
final class Caller implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String key;

    Caller(int port, String key) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
        this.key = key;
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
            out.write(request);
            String status = line();
            int length = -1;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(java.util.Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                    chunked = true;
                }
            }
            String answer = chunked ? chunks() : new String(in.readNBytes(Math.max(0, length)), StandardCharsets.UTF_8);
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
            int length = Integer.parseInt(line().strip(), 16);
            byte[] chunk = in.readNBytes(length);
            line();
            if (length == 0) {
                return body.toString();
            }
            body.append(new String(chunk, StandardCharsets.UTF_8));
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("connection closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot close the connection", e);
        }
    }
}
