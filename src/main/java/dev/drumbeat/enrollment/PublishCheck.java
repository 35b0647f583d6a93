package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import dev.drumbeat.sequence.Apply;
import dev.drumbeat.sequence.Publication;
import dev.drumbeat.sequence.PublishDraft.ContinueFinished;
import dev.drumbeat.sequence.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what somebody said about publishing into an order and notes every problem on the way. */
final class PublishCheck {

  /** Nobody remembers what was said to them longer ago. */
  private static final int MOST_DAYS = 365;

  private final Problems problems;
  private final Instant now;

  PublishCheck(Problems problems, Instant now) {
    this.problems = problems;
    this.now = now;
  }

  Apply apply(String field, @Nullable String word, Apply unsaid) {
    if (word == null) {
      return unsaid;
    }
    Optional<Apply> apply = Apply.of(word);
    if (apply.isEmpty()) {
      problems.add(field, "drumbeat.invalid.word", word, "new, running");
    }
    return apply.orElse(unsaid);
  }

  /** The campaigns whose leads under way follow; those that are not named follow the rule. */
  List<Long> following(
      Actor actor, List<Campaign> campaigns, @Nullable Map<String, String> named, Apply apply) {
    Map<String, String> words = named == null ? Map.of() : named;
    List<Long> following = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (Campaign campaign : campaigns) {
      String id = Long.toString(campaign.id());
      boolean isVisible = campaign.isVisibleTo(actor);
      Apply own = isVisible ? apply("campaigns." + id, words.get(id), apply) : apply;
      if (isVisible) {
        known.add(id);
      }
      if (own == Apply.RUNNING) {
        following.add(campaign.id());
      }
    }
    words.keySet().stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> problems.add("campaigns." + id, "drumbeat.publish.no-campaign", id));
    return following;
  }

  @Nullable String note(@Nullable String note) {
    return new Texts(problems).optional("note", note, Publication.LONGEST_NOTE);
  }

  @Nullable Instant continueSince(@Nullable ContinueFinished wanted) {
    if (wanted == null) {
      return null;
    }
    Integer days = wanted.maxAgeDays();
    if (days == null || days < 1 || days > MOST_DAYS) {
      problems.add(
          "continueFinished.maxAgeDays",
          "drumbeat.invalid.range",
          "1",
          Integer.toString(MOST_DAYS));
      return null;
    }
    return now.minus(Duration.ofDays(days));
  }
}
