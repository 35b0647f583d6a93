package dev.drumbeat.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.drumbeat.audience.SuppressionDraft;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.campaign.CampaignDraft;
import dev.drumbeat.sequence.SequenceDraft;
import dev.drumbeat.sequence.StepDraft;

/**
 * How bodies are read that become drafts. A client may send back what it got: the fields that only
 * answers have are known and ignored.
 */
public final class DraftJson extends SimpleModule {

  private static final long serialVersionUID = 1;

  public DraftJson() {
    super("drafts");
    addDeserializer(SuppressionReason.class, new WordReader<>(SuppressionReason.class));
    setMixInAnnotation(SuppressionDraft.class, OfSuppressions.class);
    setMixInAnnotation(SequenceDraft.class, OfSequences.class);
    setMixInAnnotation(CampaignDraft.class, OfCampaigns.class);
    setMixInAnnotation(CampaignDraft.Who.class, OfAudiences.class);
    setMixInAnnotation(StepDraft.class, OfSteps.class);
  }

  @JsonIgnoreProperties({"id", "self", "version", "createdBy", "createdAt", "updatedAt"})
  private interface OfSuppressions {}

  @JsonIgnoreProperties({
    "id",
    "self",
    "owner",
    "published",
    "stepCount",
    "warnings",
    "createdAt",
    "updatedAt"
  })
  private interface OfSequences {}

  @JsonIgnoreProperties({"evaluatedAt", "nextAt"})
  private interface OfAudiences {}

  @JsonIgnoreProperties({"self", "warnings", "createdAt", "updatedAt"})
  private interface OfSteps {}

  @JsonIgnoreProperties({
    "id",
    "self",
    "state",
    "owner",
    "alwaysOn",
    "admission",
    "pause",
    "startedAt",
    "finishedAt",
    "warnings",
    "createdAt",
    "updatedAt"
  })
  private interface OfCampaigns {}
}
