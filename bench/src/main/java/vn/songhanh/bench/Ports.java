package vn.songhanh.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Where a product may listen. */
public final class Ports {

    private Ports() {}

    /** Below those that systems give to outgoing connections, or one of them takes it while the product is away. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Then the next one.
                continue;
            }
        }
    }
}
