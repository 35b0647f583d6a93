package dev.drumbeat.web;

import dev.drumbeat.sequence.StepDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a sequence as somebody writes them, in their order. */
record OutlookRequest(@Nullable List<StepDraft> steps) {

  /** A sequence with more steps cannot be stored. */
  private static final int MOST = 100;

  List<StepDraft> all() {
    return steps == null ? List.of() : steps.stream().limit(MOST).toList();
  }
}
