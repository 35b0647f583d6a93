package dev.drumbeat.web.page;

import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.MailServer;
import dev.drumbeat.mail.Stage;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Can we send and read from here, and how much today? */
public final class AccountsPage implements Page {

  /** Far more accounts than anybody connects; the page says so when it shows only the first. */
  private static final int MOST = 500;

  private final MailAccounts accounts;
  private final Texts texts;

  public AccountsPage(MailAccounts accounts, Texts texts) {
    this.accounts = accounts;
    this.texts = texts;
  }

  @Override
  public String path() {
    return "/accounts";
  }

  @Override
  public Right right() {
    return Right.ADMINISTER;
  }

  @Override
  public String title() {
    return "drumbeat.accounts.title";
  }

  @Override
  public Frame frame() {
    return Frame.ADMINISTRATION;
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:accounts");
  }

  @Override
  public String template() {
    return "accounts.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    Actor reader = request.reader();
    return Map.of(
        "accounts",
        accounts.page(reader, 0, MOST).stream().map(a -> row(a, reader)).toList(),
        "total",
        accounts.count(reader),
        "most",
        MOST,
        "zones",
        ZoneId.getAvailableZoneIds().stream().filter(z -> z.contains("/")).sorted().toList(),
        "stages",
        Stream.of(Stage.values())
            .map(s -> Map.of("word", s.word(), "name", texts.of(s.key())))
            .toList());
  }

  private Map<String, ?> row(MailAccount account, Actor reader) {
    return Map.of(
        "id",
        Long.toString(account.id()),
        "name",
        account.settings().name(),
        "from",
        account.settings().sender().address().text(),
        "paused",
        account.paused(),
        "smtp",
        server(account.settings().smtp(), account.health().smtp()),
        "imap",
        server(account.settings().mailbox().imap(), account.health().imap()),
        "checked",
        checked(account, reader),
        "limits",
        limits(account.settings().limits()));
  }

  private Map<String, ?> server(MailServer server, ServerState state) {
    Reason reason = state.reason();
    return Map.of(
        "address",
        server.host() + ":" + server.port(),
        "state",
        state.state().name(),
        "reason",
        reason == null ? "" : texts.of(reason));
  }

  private String checked(MailAccount account, Actor reader) {
    Instant at = account.health().checkedAt();
    return at == null
        ? texts.of("drumbeat.accounts.never-checked")
        : texts.of("drumbeat.accounts.checked", Times.text(at, reader));
  }

  private String limits(SendLimits limits) {
    List<String> parts = new ArrayList<>();
    if (limits.perDay() != null) {
      parts.add(texts.of("drumbeat.accounts.per-day", limits.perDay()));
    }
    if (limits.perHour() != null) {
      parts.add(texts.of("drumbeat.accounts.per-hour", limits.perHour()));
    }
    if (limits.minimumGapSeconds() != null) {
      parts.add(texts.of("drumbeat.accounts.gap", limits.minimumGapSeconds()));
    }
    return parts.isEmpty() ? texts.of("drumbeat.accounts.no-limit") : String.join(", ", parts);
  }
}
