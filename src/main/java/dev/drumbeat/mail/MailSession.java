package dev.drumbeat.mail;

import dev.drumbeat.log.Fault;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to a mail server, lends the connection to a piece of work and closes it. Certificate and
 * host name are always checked, STARTTLS never falls back to the clear, and nothing waits for ever.
 */
public final class MailSession {

  static final Duration CONNECT = Duration.ofSeconds(10);
  static final Duration READ = Duration.ofSeconds(30);

  /** Bytes of a message that a mailbox is asked for at a time; most answers are smaller. */
  private static final int FETCHED_AT_ONCE = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(MailSession.class);

  private final OpenConnections open = new OpenConnections();
  private final SocketFactory plain = open.plain();
  private final SSLSocketFactory tls;

  /** Trusts the certificates that this factory trusts; in production those of the host's Java. */
  public MailSession(SSLSocketFactory tls) {
    this.tls = open.secured(tls);
  }

  /** Closes every connection, also under those who wait for an answer; none is made after that. */
  public void cut() {
    open.cut();
  }

  /** Lends a connection that mail can be handed to; logs in when the server has a user. */
  <A> A smtp(MailServer server, @Nullable String password, Work<Transport, A> work)
      throws MessagingException {
    return OwnClassLoader.call(
        () -> lend(session("smtp", server).getTransport(), server, password, work));
  }

  /** Lends a connection to the mailbox. */
  public <A> A imap(MailServer server, @Nullable String password, Work<Store, A> work)
      throws MessagingException {
    return OwnClassLoader.call(
        () -> lend(session("imap", server).getStore(), server, password, work));
  }

  private static <C extends Service, A> A lend(
      C connection, MailServer server, @Nullable String password, Work<C, A> work)
      throws MessagingException {
    if (server.user() != null && password == null) {
      throw new Conflict(Reason.of("drumbeat.fault.no-password", server.user()));
    }
    try {
      connection.connect(server.host(), server.port(), server.user(), password);
      return work.with(connection);
    } finally {
      close(connection);
    }
  }

  /** A server that hangs up before the good-bye has still done the work. */
  private static void close(Service connection) {
    try {
      connection.close();
    } catch (MessagingException e) {
      LOG.debug("A connection ended without a good-bye: {}", Fault.line(e));
    }
  }

  /** The settings of a connection that its user opens, keeps for several messages and closes. */
  public Session session(String protocol, MailServer server) {
    Properties p = new Properties();
    String prefix = "mail." + protocol + ".";
    p.put("mail.store.protocol", protocol);
    p.put("mail.transport.protocol", protocol);
    p.put(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
    p.put(prefix + "timeout", Long.toString(READ.toMillis()));
    p.put(prefix + "auth", Boolean.toString(server.user() != null));
    p.put(prefix + "ssl.enable", Boolean.toString(server.security() == Security.TLS));
    p.put(prefix + "starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
    p.put(prefix + "starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
    p.put(prefix + "ssl.checkserveridentity", "true");
    p.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    p.put(prefix + "socketFactory", plain);
    p.put(prefix + "ssl.socketFactory", tls);
    p.put(prefix + "fetchsize", Integer.toString(FETCHED_AT_ONCE));
    // Otherwise a refused certificate is tried again with another factory than ours.
    p.put(prefix + "socketFactory.fallback", "false");
    return Session.getInstance(p);
  }

  /** What is done with a connection. */
  @FunctionalInterface
  public interface Work<C, A> {

    A with(C connection) throws MessagingException;
  }
}
