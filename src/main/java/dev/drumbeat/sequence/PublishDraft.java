package dev.drumbeat.sequence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody wants to publish, not checked yet: whom it counts for, in campaigns of those ids
 * otherwise, why, and from which draft. Null is what was left out.
 */
public record PublishDraft(
    @Nullable Integer version,
    @Nullable String apply,
    @Nullable Map<String, String> campaigns,
    @Nullable String note,
    @Nullable ContinueFinished continueFinished) {

  /** Nothing is said. */
  public static final PublishDraft NOTHING = new PublishDraft(null, null, null, null, null);

  /** Leads who were through go on if their last mail is not older (V4). */
  public record ContinueFinished(@Nullable Integer maxAgeDays) {}
}
