package dev.drumbeat.web;

import dev.drumbeat.mail.AccountHealth;
import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.mail.AccountSettings;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.MailServer;
import dev.drumbeat.mail.Security;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail account as REST prints it. There is no place in it for a password. */
record MailAccountView(
    long id,
    URI self,
    int version,
    String name,
    String fromAddress,
    @Nullable String fromName,
    @Nullable String replyTo,
    Smtp smtp,
    Imap imap,
    SendLimits limits,
    @Nullable String zone,
    boolean paused,
    Health health,
    List<String> warnings,
    Instant createdAt,
    Instant updatedAt) {

  static MailAccountView of(MailAccount account, Answers answers) {
    AccountSettings settings = account.settings();
    MailAddress replyTo = settings.sender().replyTo();
    ZoneId zone = settings.zone();
    return new MailAccountView(
        account.id(),
        answers.link("mail-accounts/" + account.id()),
        account.version(),
        settings.name(),
        settings.sender().address().text(),
        settings.sender().displayName(),
        replyTo == null ? null : replyTo.text(),
        Smtp.of(account),
        Imap.of(account),
        settings.limits(),
        zone == null ? null : zone.getId(),
        account.paused(),
        Health.of(account.health(), answers),
        warnings(settings, answers),
        account.createdAt(),
        account.updatedAt());
  }

  /** A host that is named twice is warned of once. */
  private static List<String> warnings(AccountSettings settings, Answers answers) {
    return Stream.of(settings.smtp(), settings.mailbox().imap())
        .filter(server -> server.security() == Security.NONE && server.user() != null)
        .map(MailServer::host)
        .distinct()
        .map(host -> answers.text("drumbeat.account.password-in-the-clear", host))
        .toList();
  }

  /** The server that mail is handed to. */
  record Smtp(String host, int port, String security, @Nullable String user, boolean passwordSet) {

    private static Smtp of(MailAccount account) {
      MailServer smtp = account.settings().smtp();
      return new Smtp(
          smtp.host(),
          smtp.port(),
          smtp.security().word(),
          smtp.user(),
          account.passwords().smtp() != null);
    }
  }

  /** The mailbox. */
  record Imap(
      String host,
      int port,
      String security,
      @Nullable String user,
      boolean passwordSet,
      String folder) {

    private static Imap of(MailAccount account) {
      MailServer imap = account.settings().mailbox().imap();
      return new Imap(
          imap.host(),
          imap.port(),
          imap.security().word(),
          imap.user(),
          account.passwords().imap() != null,
          account.settings().mailbox().folder());
    }
  }

  /** What the last check found. */
  record Health(
      @Nullable Instant checkedAt, boolean good, int failuresInARow, Server smtp, Server imap) {

    static Health of(AccountHealth health, Answers answers) {
      return new Health(
          health.checkedAt(),
          health.isGood(),
          health.failuresInARow(),
          Server.of(health.smtp(), answers),
          Server.of(health.imap(), answers));
    }
  }

  /** One server: {@code unchecked}, {@code ok} or {@code failed} with a message. */
  record Server(String state, @Nullable String message) {

    private static Server of(ServerState state, Answers answers) {
      return new Server(
          state.state().name().toLowerCase(Locale.ROOT),
          state.reason() == null ? null : answers.text(state.reason()));
    }
  }
}
