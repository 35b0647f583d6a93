package dev.drumbeat.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence as somebody wrote it, not checked yet: null is what was left out. The names are those
 * of the REST contract. The version is that of the sequence it was made from. Steps that are left
 * out stay as they are; of those that are given, one with an id keeps it.
 */
public record SequenceDraft(
    @Nullable Integer version,
    @Nullable String name,
    @Nullable String description,
    @Nullable Long sendingConfigId,
    @Nullable List<StepDraft> steps) {

  static final int LONGEST_NAME = 200;
}
