package dev.drumbeat.web;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.drumbeat.sequence.StepDraft;
import java.util.Map;
import java.util.Set;

/** Fields of the contract that cannot be used yet. Refused like unknown ones, with other words. */
final class LaterFields {

  private static final Map<Class<?>, Set<String>> LATER =
      Map.of(
          StepDraft.class,
          Set.of(
              "dateField",
              "event",
              "timeout",
              "offset",
              "at",
              "variants",
              "condition",
              "branches",
              "summary",
              "description",
              "issueType",
              "assignee",
              "hold"));

  private LaterFields() {}

  static boolean has(UnrecognizedPropertyException unknown) {
    return LATER
        .getOrDefault(unknown.getReferringClass(), Set.of())
        .contains(unknown.getPropertyName());
  }
}
