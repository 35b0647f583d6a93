package dev.drumbeat.reply.mailbox;

import dev.drumbeat.reply.incoming.MailParser;
import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/** Walks through an open folder in ranges of UIDs, so that its size costs no memory. */
final class FolderWalk {

  private static final int RANGE = 100;

  /** A search knows days only, and those of another zone. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final IMAPFolder folder;
  private final Instant since;

  FolderWalk(IMAPFolder folder, Instant since) {
    this.folder = folder;
    this.since = since;
  }

  boolean walk(@Nullable Position after, Visitor visitor) throws MessagingException {
    Position position = start(after);
    long end = lastUid();
    boolean goOn = visitor.reached(position);
    while (goOn && position.lastUid() < end) {
      long to = Math.min(position.lastUid() + RANGE, end);
      range(position, to, visitor);
      position = position.at(to);
      goOn = visitor.reached(position);
    }
    return position.lastUid() >= end;
  }

  private Position start(@Nullable Position after) throws MessagingException {
    long validity = folder.getUIDValidity();
    return after != null && after.uidValidity() == validity
        ? after
        : new Position(validity, firstSince() - 1);
  }

  /** Years of old mail are not looked at. */
  private long firstSince() throws MessagingException {
    Date day = Date.from(since.minus(A_DAY));
    Message[] found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, day));
    return found.length == 0 ? lastUid() + 1 : folder.getUID(found[0]);
  }

  private long lastUid() throws MessagingException {
    long next = folder.getUIDNext();
    int count = folder.getMessageCount();
    if (next > 0 || count == 0) {
      return Math.max(0, next - 1);
    }
    return folder.getUID(folder.getMessage(count));
  }

  private void range(Position position, long to, Visitor visitor) throws MessagingException {
    Message[] messages = folder.getMessagesByUID(position.lastUid() + 1, to);
    FetchProfile dates = new FetchProfile();
    dates.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    folder.fetch(messages, dates);
    for (Message message : messages) {
      take((IMAPMessage) message, position.uidValidity(), visitor);
    }
  }

  /** A message that fails while the folder stays open is the only one that does. */
  private void take(IMAPMessage message, long validity, Visitor visitor) throws MessagingException {
    long uid = folder.getUID(message);
    FoundMail mail;
    try {
      mail = read(message, validity, uid);
    } catch (MessageRemovedException e) {
      return;
    } catch (MessagingException | IOException | RuntimeException e) {
      if (!folder.isOpen()) {
        throw new MessagingException("the mailbox was closed while it was read", e);
      }
      visitor.broken(uid, e);
      return;
    }
    if (!mail.receivedAt().isBefore(since)) {
      visitor.take(mail);
    }
  }

  private FoundMail read(IMAPMessage message, long validity, long uid)
      throws MessagingException, IOException {
    message.setPeek(true);
    Date received = message.getReceivedDate();
    try (InputStream bytes = message.getMimeStream()) {
      return new FoundMail(
          validity,
          uid,
          received == null ? since : received.toInstant(),
          MailParser.parse(bytes.readNBytes(MailParser.MOST_BYTES)));
    }
  }
}
