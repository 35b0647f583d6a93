package dev.drumbeat.report;

import dev.drumbeat.audience.PastSuppression;
import dev.drumbeat.audience.Suppression;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Event;
import dev.drumbeat.enrollment.EventLog;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.reply.Replies;
import dev.drumbeat.reply.Reply;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.Send;
import dev.drumbeat.sending.SendStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to a person over all campaigns and issues, the last first. Four queries,
 * whatever there is: the events of the runs, the replies, the sends of one page, and before that
 * the person.
 */
public final class Histories {

  /** Whoever wants more of one person pages through the log of events. */
  static final int DEEPEST = 2_000;

  private static final Comparator<HistoryEntry> LAST_FIRST =
      Comparator.comparing(HistoryEntry::at).reversed();

  private final EventLog events;
  private final Replies replies;
  private final SendStore sends;

  public Histories(EventLog events, Replies replies, SendStore sends) {
    this.events = events;
    this.replies = replies;
    this.sends = sends;
  }

  /** Some of it, perhaps only of one kind; one more entry than a page tells that there is more. */
  public List<HistoryEntry> page(
      Actor reader, Person person, @Nullable HistoryKind only, int startAt, int maxResults) {
    int most = Math.min(startAt + maxResults, DEEPEST);
    Set<HistoryKind> kinds = only == null ? EnumSet.allOf(HistoryKind.class) : EnumSet.of(only);
    List<HistoryEntry> all = new ArrayList<>(events(person, kinds, most));
    if (kinds.contains(HistoryKind.REPLY)) {
      all.addAll(replies(person, reader, most));
    }
    if (kinds.contains(HistoryKind.SUPPRESSION)) {
      person.suppressions().forEach(one -> all.addAll(suppression(one)));
    }
    all.sort(LAST_FIRST);
    return subjects(all.stream().limit(most).skip(startAt).toList());
  }

  private List<HistoryEntry> events(Person person, Set<HistoryKind> kinds, int most) {
    Set<EventType> types =
        kinds.stream().flatMap(kind -> kind.events().stream()).collect(Collectors.toSet());
    List<Long> runs = person.runs().stream().map(Enrollment::id).toList();
    return events.last(runs, types, most).stream().map(Histories::entry).toList();
  }

  private static HistoryEntry entry(Event event) {
    return new HistoryEntry(
        event.at(),
        HistoryKind.of(event.type()),
        event.type().name(),
        event.campaignId(),
        event.enrollmentId(),
        event.sendId(),
        null,
        event.actor(),
        null,
        event.detail(),
        null);
  }

  /** A message of a run that the reader may see, or of a campaign where it answers none. */
  private List<HistoryEntry> replies(Person person, Actor reader, int most) {
    Set<Long> runs = person.runs().stream().map(Enrollment::id).collect(Collectors.toSet());
    return replies.lastOf(person.key(), most).stream()
        .filter(reply -> isVisible(reply, person, runs, reader))
        .map(reply -> entry(reply, person.isOpen(reply.match().campaignId(), reader)))
        .toList();
  }

  private static boolean isVisible(Reply reply, Person person, Set<Long> runs, Actor reader) {
    Long run = reply.match().enrollmentId();
    return run == null ? person.isOpen(reply.match().campaignId(), reader) : runs.contains(run);
  }

  /** The words of a reply are for the campaign; on the issue a comment may be kept from some. */
  private static HistoryEntry entry(Reply reply, boolean withText) {
    return new HistoryEntry(
        reply.receivedAt(),
        HistoryKind.REPLY,
        reply.kind().name(),
        reply.match().campaignId(),
        reply.match().enrollmentId(),
        reply.match().sendId(),
        reply.id(),
        reply.from() == null ? "?" : reply.from().text(),
        withText ? reply.subject() : null,
        null,
        withText ? reply.words().newText() : null);
  }

  private static List<HistoryEntry> suppression(PastSuppression past) {
    Suppression one = past.suppression();
    HistoryEntry begun =
        new HistoryEntry(
            one.createdAt(),
            HistoryKind.SUPPRESSION,
            one.domain() == null ? "SUPPRESSED" : "DOMAIN_SUPPRESSED",
            one.scope().campaignId(),
            null,
            null,
            null,
            one.createdBy(),
            null,
            one.reason().reason(),
            one.note());
    PastSuppression.Lifted end = past.lifted();
    return end == null
        ? List.of(begun)
        : List.of(
            begun,
            new HistoryEntry(
                end.at(),
                HistoryKind.SUPPRESSION,
                one.domain() == null ? "LIFTED" : "DOMAIN_LIFTED",
                one.scope().campaignId(),
                null,
                null,
                null,
                end.by(),
                null,
                null,
                end.because()));
  }

  /** What the mails said, in one query. */
  private List<HistoryEntry> subjects(List<HistoryEntry> page) {
    Set<Long> ids =
        page.stream()
            .filter(entry -> entry.kind() == HistoryKind.MAIL)
            .map(HistoryEntry::sendId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<Long, Send> named = sends.findAll(ids);
    return page.stream().map(entry -> subject(entry, named)).toList();
  }

  private static HistoryEntry subject(HistoryEntry entry, Map<Long, Send> named) {
    Send send = entry.sendId() == null ? null : named.get(entry.sendId());
    return send == null ? entry : entry.withSubject(send.subject());
  }
}
