package dev.drumbeat.sequence;

import static dev.drumbeat.sequence.StepFixture.aStep;

import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Problems;
import java.util.List;
import java.util.Map;

/** Checks and renders templates as the product does, for a lead with the usual values. */
final class TemplateFixture {

  static final Map<String, Object> ANN =
      Map.of(
          "lead", Map.of("email", "ann@example.org", "name", "Ann <Lee> & Co", "lastName", " "),
          "issue", Map.of("key", "SALES-7", "summary", "Renewal\r\nBcc: all@example.org"),
          "campaign", Map.of("name", "Spring"),
          "vars", Map.of("seats", 12, "parts", List.of("one", "two"), "paid", true));

  final MailTemplates templates =
      new MailTemplates(new TemplateNames(() -> List.of("customfield_10000", "contractEnd", "")));

  /** What the product says of a template: {@code ok}, or the problem with its line and column. */
  String check(String template) {
    Problems problems = new Problems();
    templates.check("text", template, problems);
    try {
      problems.refuse();
      return "ok";
    } catch (InvalidInput e) {
      var reason = e.problems().get(0).reason();
      String problem = reason.key().replace("drumbeat.template.", "");
      return (problem + " " + reason.arguments()).replace(", ]", "]");
    }
  }

  Rendering render(Step step) {
    return templates.render(step, ANN, null);
  }

  Rendering text(String template) {
    return text(template, ANN);
  }

  Rendering text(String template, Map<String, Object> values) {
    return templates.render(aStep().text(template).build(), values, null);
  }

  Rendering html(String template) {
    return render(aStep().html(template).text(null).build());
  }

  Rendering subject(String template) {
    return render(aStep().subject(template).build());
  }
}
