package dev.drumbeat.mail;

import dev.drumbeat.log.Fault;
import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.mail.AccountSettings.Mailbox;
import dev.drumbeat.request.Reason;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.search.MessageIDTerm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries one thing at a time on the servers of an account and says what came of it. */
public final class Probe {

  /** How long our message may take from the server into the mailbox, and how often we look. */
  private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(20);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  private final MailSession session;
  private final Passwords passwords;
  private final InstantSource clock;

  public Probe(MailSession session, Passwords passwords, InstantSource clock) {
    this.session = session;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Tries a stage of the test. */
  StageResult stage(Stage stage, MailAccount account, TestMessage message) {
    MailServer server =
        stage.isOfMailbox() ? account.settings().mailbox().imap() : account.settings().smtp();
    long start = System.nanoTime();
    return fault(server, () -> attempt(stage, account, message))
        .map(reason -> StageResult.failed(stage, reason, since(start)))
        .orElseGet(() -> StageResult.ok(stage, since(start)));
  }

  /** Whether mail could be handed over now: connects and logs in, sends nothing. */
  ServerState smtp(MailAccount account) {
    MailServer server = account.settings().smtp();
    return state(fault(server, () -> logIn(server, account)));
  }

  /** Whether the mailbox can be read now. */
  ServerState imap(MailAccount account) {
    MailServer server = account.settings().mailbox().imap();
    return state(fault(server, () -> openMailbox(account)));
  }

  private static ServerState state(Optional<Reason> fault) {
    return fault.map(ServerState::failed).orElse(ServerState.OK);
  }

  private Optional<Reason> attempt(Stage stage, MailAccount account, TestMessage message)
      throws MessagingException, IOException {
    MailServer smtp = account.settings().smtp();
    return switch (stage) {
      case DNS -> lookUp(smtp);
      case CONNECT -> connect(smtp);
      case TLS -> session.smtp(smtp.withoutUser(), null, c -> Optional.empty());
      case LOGIN -> logIn(smtp, account);
      case SEND -> send(account, message);
      case IMAP_LOGIN -> openMailbox(account);
      case RECEIVE -> receive(account, message);
    };
  }

  private static Optional<Reason> lookUp(MailServer server) throws IOException {
    InetAddress[] unused = InetAddress.getAllByName(server.host());
    return Optional.empty();
  }

  private static Optional<Reason> connect(MailServer server) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(server.host(), server.port()),
          (int) MailSession.CONNECT.toMillis());
      return Optional.empty();
    }
  }

  private Optional<Reason> logIn(MailServer smtp, MailAccount account) throws MessagingException {
    return session.smtp(smtp, passwords.smtp(account), c -> Optional.empty());
  }

  private Optional<Reason> send(MailAccount account, TestMessage message)
      throws MessagingException {
    AccountSettings settings = account.settings();
    return session.smtp(
        settings.smtp(),
        passwords.smtp(account),
        c -> {
          var mime = message.mime(settings.sender(), clock.instant());
          c.sendMessage(mime, mime.getAllRecipients());
          return Optional.empty();
        });
  }

  private Optional<Reason> openMailbox(MailAccount account) throws MessagingException {
    return inMailbox(account, folder -> Optional.empty());
  }

  private Optional<Reason> receive(MailAccount account, TestMessage message)
      throws MessagingException {
    return inMailbox(
        account,
        folder ->
            arrives(folder, message)
                ? Optional.empty()
                : Optional.of(
                    Reason.of(
                        "drumbeat.fault.not-arrived",
                        folder.getFullName(),
                        LONGEST_DELIVERY.toSeconds())));
  }

  private static boolean arrives(Folder folder, TestMessage message) throws MessagingException {
    MessageIDTerm ours = new MessageIDTerm(message.messageId());
    long start = System.nanoTime();
    while (folder.search(ours).length == 0) {
      if (since(start).compareTo(LONGEST_DELIVERY) > 0) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      // Asking how many there are makes the server tell what is new.
      int unused = folder.getMessageCount();
    }
    return true;
  }

  /** The mailbox is only looked at: nothing in it is marked as read. */
  private <A> A inMailbox(MailAccount account, MailSession.Work<Folder, A> work)
      throws MessagingException {
    Mailbox mailbox = account.settings().mailbox();
    return session.imap(
        mailbox.imap(),
        passwords.imap(account),
        store -> {
          try (Folder folder = store.getFolder(mailbox.folder())) {
            folder.open(Folder.READ_ONLY);
            return work.with(folder);
          }
        });
  }

  private static Optional<Reason> fault(MailServer server, Attempt attempt) {
    try {
      return attempt.run();
    } catch (MessagingException | IOException | RuntimeException e) {
      LOG.debug("A check found a server that cannot be used: {}", Fault.line(e));
      return Optional.of(MailFault.reason(e, server));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @FunctionalInterface
  private interface Attempt {

    Optional<Reason> run() throws MessagingException, IOException;
  }
}
