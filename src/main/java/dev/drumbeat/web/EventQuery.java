package dev.drumbeat.web;

import dev.drumbeat.enrollment.EventFilter;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.request.Problems;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which events a client asks for, not read yet: null is all. */
record EventQuery(@Nullable String since, @Nullable String type, @Nullable String campaignId) {

  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  /** Refuses, naming every parameter that is wrong. */
  EventFilter filter() {
    Problems problems = new Problems();
    EventFilter filter = campaign(type(since(EventFilter.ALL, problems), problems), problems);
    problems.refuse();
    return filter;
  }

  /** The id of the last event that was read, or a moment with an offset. */
  private EventFilter since(EventFilter filter, Problems problems) {
    if (since == null) {
      return filter;
    }
    if (ID.matcher(since).matches()) {
      return filter.after(Long.parseLong(since));
    }
    Optional<Instant> moment = moment(since);
    if (moment.isEmpty()) {
      problems.add("since", "drumbeat.invalid.since", since);
    }
    return moment.map(filter::from).orElse(filter);
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private EventFilter type(EventFilter filter, Problems problems) {
    if (type == null) {
      return filter;
    }
    Optional<EventType> wanted = EventType.of(type);
    if (wanted.isEmpty()) {
      String all =
          Stream.of(EventType.values()).map(EventType::word).collect(Collectors.joining(", "));
      problems.add("type", "drumbeat.invalid.word", type, all);
    }
    return wanted.map(filter::only).orElse(filter);
  }

  private EventFilter campaign(EventFilter filter, Problems problems) {
    if (campaignId == null) {
      return filter;
    }
    if (ID.matcher(campaignId).matches()) {
      return filter.in(Long.parseLong(campaignId));
    }
    problems.add("campaignId", "drumbeat.json.expected-whole-number");
    return filter;
  }
}
