package dev.drumbeat.web;

import dev.drumbeat.report.HistoryEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a person, as REST prints it. */
record HistoryView(
    Instant at,
    String kind,
    String what,
    @Nullable Long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long sendId,
    @Nullable Long replyId,
    String actor,
    @Nullable String subject,
    @Nullable String detail,
    @Nullable String text) {

  static HistoryView of(HistoryEntry entry, Answers answers) {
    return new HistoryView(
        entry.at(),
        Words.of(entry.kind()),
        Words.ofName(entry.what()),
        entry.campaignId(),
        entry.enrollmentId(),
        entry.sendId(),
        entry.replyId(),
        entry.actor(),
        entry.subject(),
        entry.detail() == null ? null : answers.text(entry.detail()),
        entry.text());
  }

  /** A page of it, the last first; the total is there on the last page. */
  record Part(
      int startAt,
      int maxResults,
      @Nullable Integer total,
      boolean isLast,
      List<HistoryView> values) {

    /** One entry more than the page takes tells that there is another page. */
    static Part of(Paging paging, List<HistoryEntry> found, Answers answers) {
      boolean isLast = found.size() <= paging.maxResults();
      List<HistoryView> values =
          found.stream().limit(paging.maxResults()).map(e -> HistoryView.of(e, answers)).toList();
      return new Part(
          paging.startAt(),
          paging.maxResults(),
          isLast ? Integer.valueOf(paging.startAt() + values.size()) : null,
          isLast,
          values);
    }
  }
}
