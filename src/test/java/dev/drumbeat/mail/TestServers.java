package dev.drumbeat.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Real mail servers on free ports of the loopback, with one mailbox: sales, password secret. */
final class TestServers implements AutoCloseable {

  static final String HOST = "127.0.0.1";

  private final GreenMail servers;

  private TestServers(ServerSetup smtp, ServerSetup imap) {
    servers = new GreenMail(new ServerSetup[] {smtp.dynamicPort(), imap.dynamicPort()});
    servers.start();
    servers.setUser("sales@example.org", "sales", "secret");
  }

  static TestServers inTheClear() {
    return new TestServers(ServerSetup.SMTP, ServerSetup.IMAP);
  }

  static TestServers withTls() {
    return new TestServers(ServerSetup.SMTPS, ServerSetup.IMAPS);
  }

  MailServer smtp(String host, Security security) {
    int port = (servers.getSmtp() == null ? servers.getSmtps() : servers.getSmtp()).getPort();
    return new MailServer(host, port, security, "sales");
  }

  MailServer imap(String host, Security security) {
    int port = (servers.getImap() == null ? servers.getImaps() : servers.getImap()).getPort();
    return new MailServer(host, port, security, "sales");
  }

  GreenMail greenMail() {
    return servers;
  }

  /** A server at a port where nobody listens. */
  static MailServer nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return new MailServer(HOST, socket.getLocalPort(), Security.NONE, "sales");
    }
  }

  @Override
  public void close() {
    servers.stop();
  }
}
