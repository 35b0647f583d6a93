package dev.drumbeat.sequence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a run goes from a step. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "go")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Route.Onward.class, name = "next"),
  @JsonSubTypes.Type(value = Route.ToStep.class, name = "step"),
  @JsonSubTypes.Type(value = Route.End.class, name = "end"),
  @JsonSubTypes.Type(value = Route.ToCampaign.class, name = "campaign")
})
public sealed interface Route {

  /** To the step that follows. */
  Route ONWARD = new Onward();

  /** To the step that follows. */
  record Onward() implements Route {}

  /**
   * To a later step by its id. Below 0 as long as that is not stored: minus its place in the list,
   * counted from 1.
   */
  record ToStep(long stepId) implements Route {}

  /** Nothing comes any more: the run is completed. */
  record End() implements Route {}

  /** Out of this campaign and into that one (S7). */
  record ToCampaign(long campaignId) implements Route {}
}
