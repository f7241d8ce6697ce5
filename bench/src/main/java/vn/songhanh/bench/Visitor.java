package vn.songhanh.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Somebody who takes whatever he is answered, over one connection for as long as the product keeps it. */
final class Visitor implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    /** @param retryAfter whether the answer says when to come again */
    record Answer(int status, boolean retryAfter, long nanos) {}

    private final int port;
    private final String from;
    private final String headers;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    /**
     * @param from one of the addresses of the loopback, all of which Linux has
     * @param headers of every request, each with its end
     */
    Visitor(int port, String from, String headers) {
        this.port = port;
        this.from = from;
        this.headers = headers;
    }

    /** @throws IOException when there is no answer */
    Answer ask(String method, String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: crowd\r\n" + headers
                + (method.equals("GET")
                        ? ""
                        : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n";
        long begun = System.nanoTime();
        boolean kept = socket.isConnected();
        try {
            return exchange(head, content, begun);
        } catch (IOException closedMeanwhile) {
            if (!kept) {
                throw closedMeanwhile;
            }
            close();
            return exchange(head, content, begun);
        }
    }

    private Answer exchange(String head, byte[] content, long begun) throws IOException {
        if (!socket.isConnected()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        socket.getOutputStream().write(all);
        int status = Integer.parseInt(line().split(" ")[1]);
        boolean retryAfter = false;
        boolean closes = false;
        boolean chunked = false;
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            retryAfter |= lower.startsWith("retry-after:");
            closes |= lower.equals("connection: close");
            chunked |= lower.equals("transfer-encoding: chunked");
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(lower.substring(15).strip())
                    : length;
        }
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                in.skipNBytes(size + 2);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        if (closes) {
            close();
        }
        return new Answer(status, retryAfter, System.nanoTime() - begun);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        socket = new Socket();
    }
}
