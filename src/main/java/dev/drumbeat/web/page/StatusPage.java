package dev.drumbeat.web.page;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.SequenceFilter;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.web.Answers;
import dev.drumbeat.web.Status;
import dev.drumbeat.web.StatusView;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Is mail going out, and if not, why not? */
public final class StatusPage implements Page {

  private final Status status;
  private final SetUp setUp;
  private final Sequences sequences;
  private final Answers answers;
  private final Texts texts;
  private final HealthLines health;

  public StatusPage(Status status, SetUp setUp, Sequences sequences, Answers answers, Texts texts) {
    this.status = status;
    this.setUp = setUp;
    this.sequences = sequences;
    this.answers = answers;
    this.texts = texts;
    this.health = new HealthLines(texts);
  }

  @Override
  public String path() {
    return "/status";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.status.title";
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:status");
  }

  @Override
  public String template() {
    return "status.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    Actor reader = request.reader();
    StatusView view = status.of(reader, answers);
    Map<String, Object> model = new HashMap<>();
    model.put("on", view.sending().on());
    model.put("sentence", view.sending().sentence());
    model.put("due", view.sending().due());
    model.put("mayAdminister", reader.has(Right.ADMINISTER));
    model.put("accounts", List.of());
    model.put("steps", List.of());
    model.put("instance", "");
    model.put("health", Map.of());
    if (reader.has(Right.ADMINISTER)) {
      model.put("accounts", accounts(view, reader));
      model.put("steps", setUp.steps(reader, sequences.count(reader, SequenceFilter.ALL) > 0));
      model.put("instance", instance(view));
      model.put("health", health.of(view, reader));
    }
    return model;
  }

  private String instance(StatusView view) {
    String node = view.node();
    return texts.of(
        node == null ? "drumbeat.status.instance" : "drumbeat.status.instance.node",
        view.build() == null
            ? String.valueOf(view.version())
            : view.version() + " (" + view.build() + ")",
        String.valueOf(view.database()),
        String.valueOf(view.host()),
        String.valueOf(node));
  }

  private List<Map<String, ?>> accounts(StatusView view, Actor reader) {
    Map<Long, StatusView.MailboxView> read =
        Objects.requireNonNull(view.mailboxes()).stream()
            .collect(Collectors.toMap(StatusView.MailboxView::mailAccountId, Function.identity()));
    Instant now = Objects.requireNonNull(view.now());
    return Objects.requireNonNull(view.shards()).stream()
        .<Map<String, ?>>map(
            shard ->
                account(
                    shard, Objects.requireNonNull(read.get(shard.mailAccountId())), now, reader))
        .toList();
  }

  private Map<String, ?> account(
      StatusView.ShardView shard, StatusView.MailboxView mailbox, Instant now, Actor reader) {
    return Map.of(
        "name",
        shard.name(),
        "paused",
        shard.paused(),
        "tick",
        ago(shard.lastTickAt(), now, reader),
        "due",
        shard.due(),
        "oldest",
        shard.oldestDueAt() == null ? "" : Times.text(shard.oldestDueAt(), reader),
        "perHour",
        shard.perHour(),
        "hold",
        hold(shard, now, reader),
        "failures",
        shard.failuresInARow(),
        "read",
        ago(mailbox.readAt(), now, reader),
        "mailboxFailure",
        mailbox.failure() == null ? "" : mailbox.failure());
  }

  /** A hold that is over says nothing any more. */
  private String hold(StatusView.ShardView shard, Instant now, Actor reader) {
    Instant until = shard.holdUntil();
    if (shard.hold() == null || until == null || (until.isBefore(now) && !shard.paused())) {
      return "";
    }
    return until.isAfter(now)
        ? texts.of("drumbeat.panel.run.until", shard.hold(), Times.text(until, reader))
        : shard.hold();
  }

  private String ago(@Nullable Instant then, Instant now, Actor reader) {
    return then == null ? texts.of("drumbeat.status.never") : Ago.text(then, now, reader, texts);
  }
}
