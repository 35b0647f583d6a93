package dev.drumbeat.reply;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.reply.mailbox.MailboxReader;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.Unsubscribing;
import java.util.concurrent.Executor;

/** The parts of this package that others use, put together. */
public record ReplyParts(
    MailboxStore mailboxes, MailboxReading reading, MailboxJob job, Replies replies) {

  /** All of them on one database. */
  public static ReplyParts on(
      ActiveObjects tables,
      Stores stores,
      SendStore sends,
      MailAccountStore accounts,
      MailboxReader reader,
      Suppressions suppressions,
      Unsubscribing unsubscribing,
      Commenting commenting,
      ClusterLockService locks,
      Executor pool) {
    ReplyStore replies = new ReplyStore(stores.sql());
    MailboxStore mailboxes = new MailboxStore(tables, stores.sql());
    Receiving receiving =
        new Receiving(
            new Matcher(sends, stores.enrollments(), unsubscribing), replies, stores.clock());
    Effects effects = new Effects(stores, sends, replies, suppressions);
    ReplyComments comments = new ReplyComments(replies, stores, commenting);
    ReplyWork work = new ReplyWork(replies, effects, comments);
    MailboxReading reading =
        new MailboxReading(accounts, mailboxes, reader, receiving, work, locks, stores.clock());
    return new ReplyParts(
        mailboxes,
        reading,
        new MailboxJob(accounts, mailboxes, reading, pool),
        new Replies(replies, stores.campaigns(), stores.clock()));
  }
}
