package vn.songhanh.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.SocketFactory;

/**
 * The way to our own PostgreSQL past the network: on trips over the loopback address a new contact spent a tenth of what
 * it cost. The driver makes it by its name, with the path of the socket.
 */
public final class UnixSockets extends SocketFactory {

    /** In bytes; systems take from 104 on, with the zero at the end. */
    private static final int LONGEST_PATH = 103;

    private final UnixDomainSocketAddress address;

    public UnixSockets(String path) {
        this.address = UnixDomainSocketAddress.of(path);
    }

    static boolean canReach(Path path) {
        return path.getFileSystem().getSeparator().equals("/")
                && path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
    }

    @Override
    public Socket createSocket() throws IOException {
        return new UnixSocket(address);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    /** As much of a socket as the driver uses; what only a network has, it may set, and nothing comes of it. */
    private static final class UnixSocket extends Socket {

        private static final int BUFFER = 64 << 10;

        private final UnixDomainSocketAddress address;
        private final SocketChannel channel;
        private final InputStream in;
        private final OutputStream out;

        UnixSocket(UnixDomainSocketAddress address) throws IOException {
            this.address = address;
            this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            this.in = Channels.newInputStream(channel);
            this.out = Channels.newOutputStream(channel);
        }

        /** @param tcp what the driver takes the address for */
        @Override
        public void connect(SocketAddress tcp, int timeout) throws IOException {
            channel.connect(address);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return out;
        }

        @Override
        public boolean isConnected() {
            return channel.isConnected();
        }

        @Override
        public boolean isClosed() {
            return !channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        @Override
        public int getSendBufferSize() {
            return BUFFER;
        }

        @Override
        public int getReceiveBufferSize() {
            return BUFFER;
        }

        @Override
        public void setSendBufferSize(int size) {}

        @Override
        public void setReceiveBufferSize(int size) {}

        @Override
        public void setTcpNoDelay(boolean on) {}

        @Override
        public boolean getTcpNoDelay() {
            return true;
        }

        @Override
        public void setKeepAlive(boolean on) {}

        @Override
        public boolean getKeepAlive() {
            return true;
        }

        @Override
        public void setSoTimeout(int timeout) {}

        @Override
        public int getSoTimeout() {
            return 0;
        }
    }
}
