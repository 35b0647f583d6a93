package dev.drumbeat.mail;

import dev.drumbeat.log.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to mail servers that are open, so that all of them can be cut: a thread that
 * waits for a server's answer has no other way to hear that the app goes.
 */
final class OpenConnections {

  private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;

  /** Makes connections without TLS. */
  SocketFactory plain() {
    return new Plain();
  }

  /** Makes connections with the TLS of that factory. */
  SSLSocketFactory secured(SSLSocketFactory tls) {
    return new Secured(tls);
  }

  /** Closes all of them; none is made after that. */
  void cut() {
    isCut = true;
    open.forEach(OpenConnections::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("A connection that was open at the end could not be closed: {}", Fault.line(e));
    }
  }

  private <S extends Socket> S noted(S socket) throws SocketException {
    open.removeIf(Socket::isClosed);
    open.add(socket);
    if (isCut) {
      close(socket);
      throw new SocketException("the app is stopping");
    }
    return socket;
  }

  private final class Plain extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      return noted(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return noted(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return noted(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return noted(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return noted(new Socket(host, port, from, fromPort));
    }
  }

  /** What is noted is the connection below, which is there before the handshake. */
  private final class Secured extends SSLSocketFactory {

    private final SSLSocketFactory tls;

    Secured(SSLSocketFactory tls) {
      this.tls = tls;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean autoClose)
        throws IOException {
      return tls.createSocket(noted(below), host, port, autoClose);
    }

    @Override
    public Socket createSocket() throws IOException {
      return noted(tls.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return noted(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return noted(tls.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return noted(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return noted(tls.createSocket(host, port, from, fromPort));
    }
  }
}
