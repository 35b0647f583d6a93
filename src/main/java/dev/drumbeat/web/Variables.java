package dev.drumbeat.web;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.TemplateNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The values that a mail may use, in the language of the reader. */
public final class Variables {

  private static final String CUSTOM = "issue.";

  /** Stands for everything that a lead brings, which nobody can list. */
  private static final String BROUGHT = "vars.name";

  private final IssueReader issues;
  private final Texts texts;

  public Variables(IssueReader issues, Texts texts) {
    this.issues = issues;
    this.texts = texts;
  }

  /** All of them: what every lead has, the custom fields, and what a lead may bring. */
  public List<VariableView> all(Actor reader) {
    reader.mustHave(Right.USE_CAMPAIGNS);
    Map<String, String> custom = issues.customFieldNames();
    return Stream.of(
            TemplateNames.fixed().stream().map(this::fixed),
            custom.entrySet().stream()
                .filter(field -> !TemplateNames.fixed().contains(CUSTOM + field.getKey()))
                .map(this::custom),
            Stream.of(fixed(BROUGHT)))
        .flatMap(each -> each)
        .toList();
  }

  private VariableView fixed(String name) {
    String key = "drumbeat.variable." + name;
    return VariableView.of(name, texts.of(key), texts.of(key + ".example"), fallback());
  }

  /** Stands in quotes, so no language may have an apostrophe there. */
  private String fallback() {
    return texts.of("drumbeat.variable.fallback").replace("'", "\u2019");
  }

  private VariableView custom(Map.Entry<String, String> field) {
    String description = texts.of("drumbeat.variable.custom", field.getValue());
    return VariableView.of(CUSTOM + field.getKey(), description, "", fallback());
  }
}
