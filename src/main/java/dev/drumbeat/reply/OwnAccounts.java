package dev.drumbeat.reply;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Our mail accounts, as far as incoming mail asks for them. */
final class OwnAccounts {

  private final List<MailAccount> all;
  private final Set<String> senders = new HashSet<>();

  OwnAccounts(List<MailAccount> all) {
    this.all = List.copyOf(all);
    all.stream()
        .map(account -> account.settings().sender())
        .flatMap(OwnAccounts::addresses)
        .map(MailAddress::comparison)
        .forEach(senders::add);
  }

  private static Stream<MailAddress> addresses(Sender sender) {
    return Stream.of(sender.address(), sender.replyTo()).filter(Objects::nonNull);
  }

  /** Whether one of us wrote it: nothing that we send is an answer. */
  boolean isOurs(MailAddress from) {
    return senders.contains(from.comparison());
  }

  /** Those whose answers come into the same mailbox, that account among them. */
  List<Long> sharing(MailAccount account) {
    String place = placeKey(account);
    return all.stream()
        .filter(other -> placeKey(other).equals(place))
        .map(MailAccount::id)
        .toList();
  }

  /** Which mailbox an account reads: its server, user and folder. */
  static String placeKey(MailAccount account) {
    var mailbox = account.settings().mailbox();
    return AddressKey.ofText(
        String.join(
            "\n",
            mailbox.imap().host(),
            Integer.toString(mailbox.imap().port()),
            String.valueOf(mailbox.imap().user()),
            mailbox.folder()));
  }
}
