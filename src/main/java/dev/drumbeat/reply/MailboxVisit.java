package dev.drumbeat.reply;

import dev.drumbeat.log.Fault;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.reply.mailbox.FoundMail;
import dev.drumbeat.reply.mailbox.Position;
import dev.drumbeat.reply.mailbox.Visitor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading of one mailbox. A message that fails twice is told of and skipped, and those behind
 * it are read; when even that cannot be noted, the database is to blame and the reading ends.
 */
final class MailboxVisit implements Visitor {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxVisit.class);
  private static final int LONGEST = 400;

  private final MailAccount account;
  private final OwnAccounts own;
  private final Receiving receiving;
  private final Consumer<Reply> then;
  private final MailboxStore mailboxes;
  private final BooleanSupplier isThereTime;
  private Mailbox.Counts counts;

  MailboxVisit(
      MailAccount account,
      OwnAccounts own,
      Receiving receiving,
      Consumer<Reply> then,
      MailboxStore mailboxes,
      BooleanSupplier isThereTime) {
    this.account = account;
    this.own = own;
    this.receiving = receiving;
    this.then = then;
    this.mailboxes = mailboxes;
    this.isThereTime = isThereTime;
    this.counts = mailboxes.get(account.id()).counts();
  }

  @Override
  public void take(FoundMail mail) {
    try {
      receive(mail);
    } catch (RuntimeException e) {
      LOG.debug("{}: message uid={} is tried again", account.about(), mail.uid(), Fault.of(e));
      takeAgain(mail);
    }
  }

  /** Two writers may have met, which happens once. */
  private void takeAgain(FoundMail mail) {
    try {
      receive(mail);
    } catch (RuntimeException e) {
      broken(mail.uid(), e);
    }
  }

  private void receive(FoundMail mail) {
    Receiving.Outcome outcome = receiving.receive(mail, account, own);
    counts = outcome.count(counts);
    outcome.reply().ifPresent(then);
  }

  @Override
  public void broken(long uid, Exception why) {
    LOG.warn(
        "{}: message uid={} cannot be read and is skipped", account.about(), uid, Fault.of(why));
    String told = uid + ": " + why;
    counts = counts.oneMoreSkipped(told.length() > LONGEST ? told.substring(0, LONGEST) : told);
    mailboxes.count(account.id(), counts);
  }

  @Override
  public boolean reached(Position position) {
    mailboxes.reached(account.id(), OwnAccounts.placeKey(account), position, counts);
    return isThereTime.getAsBoolean();
  }
}
