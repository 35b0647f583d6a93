package dev.drumbeat.campaign;

import dev.drumbeat.campaign.CampaignDraft.Aim;
import dev.drumbeat.campaign.CampaignDraft.Who;
import dev.drumbeat.sequence.Step;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What cannot change once a campaign was launched: whom, what, what for and when it began. */
final class FixedFields {

  private final CampaignPlan stored;
  private final CampaignDraft draft;
  private final List<String> changed = new ArrayList<>();

  private FixedFields(CampaignPlan stored, CampaignDraft draft) {
    this.stored = stored;
    this.draft = draft;
  }

  /** Those that the draft changes; what it leaves out stays. The mail is that of a broadcast. */
  static List<String> changed(CampaignPlan stored, Optional<Step> mail, CampaignDraft draft) {
    FixedFields fields = new FixedFields(stored, draft);
    fields.compare(mail);
    return fields.changed;
  }

  private void compare(Optional<Step> mail) {
    Who who = draft.audience();
    compare("kind", draft.kind(), stored.kind().word());
    compare("sequenceId", draft.sequenceId(), stored.sequenceId());
    compare("subject", draft.subject(), mail.map(Step::subject).orElse(null));
    compare("html", draft.html(), mail.map(Step::html).orElse(null));
    compare("text", draft.text(), mail.map(Step::text).orElse(null));
    compare("audience", who == null ? null : who.rule(), stored.audience());
    compare("goal", goal(draft.goal()), stored.goal());
    compare("scheduledAt", moment(draft.scheduledAt()), stored.scheduledAt());
  }

  private void compare(String field, @Nullable Object given, @Nullable Object kept) {
    if (given != null && !Objects.equals(given, kept)) {
      changed.add(field);
    }
  }

  private static @Nullable Goal goal(@Nullable Aim aim) {
    return aim == null ? null : new Goal(GoalMetric.REPLY, aim.target());
  }

  /** What is no moment is the text itself, and equal to none. */
  private static @Nullable Object moment(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /** The sentence's list. */
  static String words(List<String> fields) {
    return String.join(", ", fields);
  }
}
