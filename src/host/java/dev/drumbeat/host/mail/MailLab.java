package dev.drumbeat.host.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * A mail server on loopback, SMTP and IMAP, where every address has a mailbox. Messages are stamped
 * with the host's clock, so that a moved clock moves the mail too.
 */
public final class MailLab implements AutoCloseable {

  private final GreenMail server;
  private final InstantSource clock;

  /** Starts on these ports of 127.0.0.1; zero takes any free one. */
  public MailLab(InstantSource clock, int smtpPort, int imapPort) {
    this.clock = clock;
    this.server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    server
        .getUserManager()
        .setMessageDeliveryHandler((message, to) -> new StampingUser(mailbox(to.getEmail()), this));
  }

  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  public int imapPort() {
    return server.getImap().getPort();
  }

  /**
   * A mailbox that can be read and sent from with this password; the address is the log-in name.
   */
  public void account(String address, String password) {
    server.setUser(address, address, password);
  }

  /** What lies in the INBOX of an address, oldest first. */
  public List<MimeMessage> messages(String address) {
    try {
      return server
          .getManagers()
          .getImapHostManager()
          .getInbox(mailbox(address))
          .getMessages()
          .stream()
          .map(StoredMessage::getMimeMessage)
          .toList();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a message in the INBOX of an address as if it had arrived from outside. */
  public void deliver(String address, byte[] rfc5322) {
    try {
      Session session = Session.getInstance(new Properties());
      store(mailbox(address), new MimeMessage(session, new ByteArrayInputStream(rfc5322)));
    } catch (MessagingException e) {
      throw new IllegalArgumentException("not a message: " + e.getMessage(), e);
    }
  }

  void store(GreenMailUser owner, MimeMessage message) {
    try {
      server
          .getManagers()
          .getImapHostManager()
          .getInbox(owner)
          .appendMessage(message, new Flags(Flags.Flag.RECENT), Date.from(clock.instant()));
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private GreenMailUser mailbox(String address) {
    GreenMailUser known = server.getUserManager().getUserByEmail(address);
    try {
      return known != null
          ? known
          : server.getUserManager().createUser(address, address, "no-log-in-" + hashCode());
    } catch (UserException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
