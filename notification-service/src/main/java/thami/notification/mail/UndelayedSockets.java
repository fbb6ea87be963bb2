package thami.notification.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Sockets that send at once: Nagle's algorithm against delayed acknowledgements costs 40 ms a mail.
final class UndelayedSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectsWithoutTimeout();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connectsWithoutTimeout();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectsWithoutTimeout();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connectsWithoutTimeout();
    }

    private static UnsupportedOperationException connectsWithoutTimeout() {
        return new UnsupportedOperationException("Angus connects the socket itself, with its time-out");
    }
}
