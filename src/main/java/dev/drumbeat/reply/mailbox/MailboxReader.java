package dev.drumbeat.reply.mailbox;

import dev.drumbeat.mail.AccountSettings.Mailbox;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailSession;
import dev.drumbeat.mail.Passwords;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.time.Instant;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** Opens the mailbox of an account and reads what is new in it. */
public final class MailboxReader {

  private final MailSession session;
  private final Passwords passwords;

  public MailboxReader(MailSession session, Passwords passwords) {
    this.session = session;
    this.passwords = passwords;
  }

  /**
   * Hands over what came after a position, in order. Without one, or when the server has given all
   * messages new UIDs, it begins with what came after that moment.
   *
   * @return whether it got to the end of the mailbox
   */
  public boolean read(MailAccount account, @Nullable Position after, Instant since, Visitor visitor)
      throws MessagingException {
    Mailbox mailbox = account.settings().mailbox();
    Visitor outside = OutsideLibrary.around(visitor);
    return session.imap(
        mailbox.imap(),
        passwords.imap(account),
        store -> {
          try (Folder folder = store.getFolder(mailbox.folder())) {
            // Read only: not even the mark of having been seen can change.
            folder.open(Folder.READ_ONLY);
            return new FolderWalk(imap(folder), since).walk(after, outside);
          }
        });
  }

  private static IMAPFolder imap(Folder folder) throws FolderNotFoundException {
    if (folder instanceof IMAPFolder imap) {
      return imap;
    }
    throw new FolderNotFoundException(folder, "not a folder of an IMAP server");
  }
}
