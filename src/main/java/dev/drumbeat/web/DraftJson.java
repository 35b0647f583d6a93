package dev.drumbeat.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.drumbeat.audience.SuppressionDraft;
import dev.drumbeat.audience.SuppressionReason;

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
  }

  @JsonIgnoreProperties({"id", "self", "version", "createdBy", "createdAt", "updatedAt"})
  private interface OfSuppressions {}
}
