package dev.drumbeat.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What encrypts in front of a mail server that cannot: from the first byte on, or after STARTTLS
 * (RFC 3207, RFC 9051 §6.2.1), which is all that it understands until then.
 */
final class SecureFront implements AutoCloseable {

  private final SSLSocketFactory certificate;
  private final int target;
  private final Greeting greeting;
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  private final List<String> heardInTheClear = new CopyOnWriteArrayList<>();
  private final List<String> protocols = new CopyOnWriteArrayList<>();

  private SecureFront(SSLSocketFactory certificate, int target, Greeting greeting)
      throws IOException {
    this.certificate = certificate;
    this.target = target;
    this.greeting = greeting;
    thread(this::accept);
  }

  static SecureFront tls(SSLSocketFactory certificate, int target) throws IOException {
    return new SecureFront(certificate, target, (front, in, out) -> {});
  }

  static SecureFront smtpWithStartTls(SSLSocketFactory certificate, int target) throws IOException {
    return new SecureFront(certificate, target, SecureFront::smtp);
  }

  static SecureFront imapWithStartTls(SSLSocketFactory certificate, int target) throws IOException {
    return new SecureFront(certificate, target, SecureFront::imap);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Every line that came before the encryption began. */
  List<String> heardInTheClear() {
    return heardInTheClear;
  }

  /** The protocol of each encrypted connection. */
  List<String> protocols() {
    return protocols;
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      thread(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    greeting.exchange(this, client.getInputStream(), client.getOutputStream());
    SSLSocket secure = (SSLSocket) certificate.createSocket(client, null, client.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    protocols.add(secure.getSession().getProtocol());
    Socket server = new Socket(listener.getInetAddress(), target);
    if (!heardInTheClear.isEmpty()) {
      // The client was greeted before the encryption and waits for no second greeting.
      line(server.getInputStream());
    }
    thread(() -> pump(server, secure));
    pump(secure, server);
  }

  private void smtp(InputStream in, OutputStream out) throws IOException {
    say(out, "220 front");
    for (String line = heard(in); !line.equals("STARTTLS"); line = heard(in)) {
      say(out, "250-front", "250 STARTTLS");
    }
    say(out, "220 go ahead");
  }

  private void imap(InputStream in, OutputStream out) throws IOException {
    say(out, "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] front");
    String line = heard(in);
    for (; !line.endsWith(" STARTTLS"); line = heard(in)) {
      say(out, "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED", tag(line) + " OK done");
    }
    say(out, tag(line) + " OK go ahead");
  }

  private static String tag(String line) {
    return line.split(" ", 2)[0];
  }

  private String heard(InputStream in) throws IOException {
    String line = line(in);
    heardInTheClear.add(line);
    return line;
  }

  /** Byte by byte: what follows may be encrypted already. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("gone after " + line);
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  private static void say(OutputStream out, String... lines) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    }
  }

  private static void thread(Exchange work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Somebody closed the connection, which ends the work.
                return;
              }
            },
            "front");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said before the encryption. */
  @FunctionalInterface
  private interface Greeting {

    void exchange(SecureFront front, InputStream in, OutputStream out) throws IOException;
  }

  /** What a thread does until its connection is closed. */
  @FunctionalInterface
  private interface Exchange {

    void run() throws IOException;
  }
}
