package dev.drumbeat.web.page;

import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.MailServer;
import dev.drumbeat.mail.Stage;
import dev.drumbeat.reply.Mailbox;
import dev.drumbeat.reply.MailboxStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.Usage;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Can we send and read from here, and how much today? */
public final class AccountsPage implements Page {

  /** Far more accounts than anybody connects; the page says so when it shows only the first. */
  private static final int MOST = 500;

  private final MailAccounts accounts;
  private final Usage usage;
  private final MailboxStore mailboxes;
  private final InstantSource clock;
  private final Texts texts;

  public AccountsPage(
      MailAccounts accounts,
      Usage usage,
      MailboxStore mailboxes,
      InstantSource clock,
      Texts texts) {
    this.accounts = accounts;
    this.usage = usage;
    this.mailboxes = mailboxes;
    this.clock = clock;
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
    List<MailAccount> shown = accounts.page(reader, 0, MOST);
    Map<Long, Usage.Today> today = usage.of(shown);
    Map<Long, Mailbox> read = mailboxes.all();
    return Map.of(
        "accounts",
        shown.stream()
            .map(a -> row(a, Objects.requireNonNull(today.get(a.id())), read.get(a.id()), reader))
            .toList(),
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

  private Map<String, ?> row(
      MailAccount account, Usage.Today today, @Nullable Mailbox mailbox, Actor reader) {
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
        limits(account.settings().limits()),
        "today",
        today(today, account.settings().limits().perDay(), reader),
        "read",
        read(mailbox, reader));
  }

  /** What is used of the day, and when the next one begins, in the zone of the account. */
  private String today(Usage.Today today, @Nullable Integer perDay, Actor reader) {
    if (perDay == null) {
      return texts.of("drumbeat.accounts.today", today.used());
    }
    String resets = Times.text(today.resetsAt(), reader.in(today.zone()));
    return texts.of(
        "drumbeat.accounts.today.of", today.used(), perDay, resets, today.zone().getId());
  }

  private String read(@Nullable Mailbox mailbox, Actor reader) {
    if (mailbox == null || mailbox.readAt() == null) {
      return texts.of("drumbeat.accounts.unread");
    }
    return texts.of(
        "drumbeat.accounts.read", Ago.text(mailbox.readAt(), clock.instant(), reader, texts));
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
