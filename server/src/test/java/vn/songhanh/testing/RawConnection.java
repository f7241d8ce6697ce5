package vn.songhanh.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which a test says what no client would. */
public final class RawConnection implements AutoCloseable {

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    public static RawConnection to(int port) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(60_000);
        return new RawConnection(socket);
    }

    /** @param lines of a head, each ended here; one that is empty ends the head */
    public RawConnection says(String... lines) throws IOException {
        for (String line : lines) {
            write(line + "\r\n");
        }
        return this;
    }

    public RawConnection write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The head of the next answer. */
    public String answer() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("closed after: " + head.toString(StandardCharsets.UTF_8));
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    /** Everything until the other side closes. */
    public String untilClosed() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Says the same again and again until the other side has had enough of it, and gives what that said. */
    public String trickle(String drop) throws IOException {
        socket.setSoTimeout(100);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (int silences = 0; silences < 600; ) {
            try {
                write(drop);
                int b = socket.getInputStream().read();
                if (b < 0) {
                    return said.toString(StandardCharsets.UTF_8);
                }
                said.write(b);
            } catch (java.net.SocketTimeoutException silent) {
                silences++;
            } catch (java.net.SocketException closed) {
                return said.toString(StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("the server listens for ever");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
