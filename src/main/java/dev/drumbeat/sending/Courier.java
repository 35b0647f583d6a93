package dev.drumbeat.sending;

import dev.drumbeat.log.Fault;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailFault;
import dev.drumbeat.mail.MailServer;
import dev.drumbeat.mail.MailSession;
import dev.drumbeat.mail.OwnClassLoader;
import dev.drumbeat.mail.Passwords;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendOutcome.Deferred;
import dev.drumbeat.sending.SendOutcome.Rejected;
import dev.drumbeat.sending.SendOutcome.Scope;
import dev.drumbeat.sending.SendOutcome.Sent;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the mail of one account to its server, one message after the other on one connection. Of
 * one thread.
 */
final class Courier implements AutoCloseable {

  /** A server may think long about a body before it answers (RFC 5321 §4.5.3.2). */
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final MailSession sessions;
  private final Passwords passwords;
  private final MailAccount account;
  private @Nullable SmtpDialogue dialogue;
  private boolean isFresh;
  private boolean wentStale;

  Courier(MailSession sessions, Passwords passwords, MailAccount account) {
    this.sessions = sessions;
    this.passwords = passwords;
    this.account = account;
  }

  /** Connects and logs in unless that is done; the reason when it cannot be done. */
  Optional<Reason> open() {
    if (dialogue != null) {
      return Optional.empty();
    }
    try {
      dialogue = OwnClassLoader.call(this::connected);
      isFresh = true;
      return Optional.empty();
    } catch (MessagingException | Conflict e) {
      return Optional.of(MailFault.reason(e, server()));
    }
  }

  /** Hands over one message. Before the mark a connection that went stale is replaced once. */
  SendOutcome handOver(Outgoing message, Mark mark) {
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(message.to().local())) {
      return new Rejected(
          FailureClass.CONTENT, Reason.of("drumbeat.outcome.not-ascii", message.to().text()));
    }
    SendOutcome outcome = attempt(message, mark);
    return wentStale ? attempt(message, mark) : outcome;
  }

  private SendOutcome attempt(Outgoing message, Mark mark) {
    Optional<Reason> trouble = open();
    SmtpDialogue current = dialogue;
    if (trouble.isPresent() || current == null) {
      return new Deferred(Scope.ACCOUNT, FailureClass.CONFIGURATION, trouble.orElseThrow());
    }
    SendOutcome outcome = OwnClassLoader.call(() -> current.handOver(message, mark));
    // Servers hang up on idle connections, or after so many messages, and mean no harm by it.
    wentStale = !isFresh && current.wasOver();
    isFresh = false;
    if (!isGoodForMore(outcome)) {
      close();
    }
    return outcome;
  }

  private static boolean isGoodForMore(SendOutcome outcome) {
    return outcome instanceof Sent
        || outcome instanceof Rejected
        || (outcome instanceof Deferred deferred && deferred.scope() == Scope.ADDRESS);
  }

  private SmtpDialogue connected() throws MessagingException {
    MailServer server = server();
    String password = passwords.smtp(account);
    if (server.user() != null && password == null) {
      throw new Conflict(Reason.of("drumbeat.fault.no-password", server.user()));
    }
    Session session = sessions.session("smtp", server);
    session.getProperties().put("mail.smtp.timeout", Long.toString(ANSWER.toMillis()));
    session.getProperties().put("mail.smtp.writetimeout", Long.toString(ANSWER.toMillis()));
    SmtpDialogue made = new SmtpDialogue(session);
    made.connect(server.host(), server.port(), server.user(), password);
    return made;
  }

  private MailServer server() {
    return account.settings().smtp();
  }

  @Override
  public void close() {
    SmtpDialogue last = dialogue;
    dialogue = null;
    if (last != null) {
      OwnClassLoader.call(() -> closed(last, account));
    }
  }

  /** A server that hangs up before the good-bye has still done the work. */
  private static Void closed(SmtpDialogue last, MailAccount account) {
    try {
      last.close();
    } catch (MessagingException e) {
      LOG.debug("{}: SMTP ended without a good-bye: {}", account.about(), Fault.line(e));
    }
    return null;
  }
}
