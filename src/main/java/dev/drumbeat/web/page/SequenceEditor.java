package dev.drumbeat.web.page;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.sequence.FieldTest;
import dev.drumbeat.sequence.ReplyClass;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.time.DelayUnit;
import dev.drumbeat.web.Json;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.SequenceBodies;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.VariableView;
import dev.drumbeat.web.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the editor of a sequence shows, whether it is stored already or not. */
public final class SequenceEditor {

  private static final String REPORTER = "reporter";
  private static final String OF_ISSUE = "issue.";

  private final MailAccountStore accounts;
  private final IssueReader issues;
  private final People people;
  private final Variables variables;
  private final Links links;
  private final Texts texts;
  private final Json json;
  private final SequenceBodies bodies;

  public SequenceEditor(
      MailAccountStore accounts,
      IssueReader issues,
      People people,
      Variables variables,
      Links links,
      Texts texts,
      Json json,
      SequenceBodies bodies) {
    this.accounts = accounts;
    this.issues = issues;
    this.people = people;
    this.variables = variables;
    this.links = links;
    this.texts = texts;
    this.json = json;
    this.bodies = bodies;
  }

  /** A sequence that is not stored: empty, or with what a starter says. */
  Map<String, ?> blank(PageRequest request, Optional<Starter> starter) {
    Map<String, Object> content = new HashMap<>();
    content.put("name", starter.map(s -> s.title(texts)).orElse(""));
    content.put("steps", starter.map(s -> s.steps(texts)).orElse(List.of()));
    return model(request, "", json.print(content), true);
  }

  /** A sequence that is stored. */
  Map<String, ?> stored(PageRequest request, Sequence sequence, boolean editable) {
    Map<String, Object> model = model(request, sequence.name(), bodies.of(sequence), editable);
    String owner = people.displayName(sequence.ownerKey()).orElse(sequence.ownerKey());
    model.put("id", Long.toString(sequence.id()));
    model.put("readOnly", texts.of("drumbeat.sequence.read-only", owner));
    return model;
  }

  private Map<String, Object> model(
      PageRequest request, String name, String content, boolean editable) {
    Optional<String> then = request.query("then").flatMap(Return::checked);
    List<VariableView> values = variables.all(request.reader());
    Map<String, Object> model = new HashMap<>();
    model.put("id", "");
    model.put("name", name);
    model.put("sequence", content);
    model.put("editable", editable);
    model.put("readOnly", "");
    model.put("listUrl", links.page("sequences").toString());
    model.put("then", then.map(path -> links.page(path).toString()).orElse(""));
    model.put("back", then.map(path -> links.page(path).toString()).orElse(""));
    model.put("accounts", accounts());
    model.put("units", Stream.of(DelayUnit.values()).map(this::unit).toList());
    model.put("variables", values.stream().map(SequenceEditor::variable).toList());
    model.put(
        "names", json.print(values.stream().map(v -> List.of(v.name(), v.description())).toList()));
    model.put("issue", request.query("issue").orElse(""));
    model.put("fields", fields(request));
    model.put("dateFields", dateFields());
    model.put("issueFields", issueFields(values));
    model.put("replyClasses", replyClasses());
    model.put("operators", operators());
    return model;
  }

  private List<Map<String, String>> accounts() {
    return accounts.all().stream()
        .map(
            account ->
                Map.of(
                    "id",
                    Long.toString(account.id()),
                    "name",
                    account.settings().name()
                        + " \u2013 "
                        + account.settings().sender().address().text()))
        .toList();
  }

  private Map<String, String> unit(DelayUnit unit) {
    return Map.of("word", unit.word(), "name", texts.of("drumbeat.unit." + unit.word()));
  }

  private static Map<String, String> variable(VariableView value) {
    return Map.of(
        "name", value.name(), "description", value.description(), "example", value.example());
  }

  /** What a condition may ask of an issue, by the names that templates use. */
  private List<Map<String, String>> issueFields(List<VariableView> values) {
    return values.stream()
        .filter(value -> value.name().startsWith(OF_ISSUE))
        .filter(value -> issues.hasField(value.name().substring(OF_ISSUE.length())))
        .map(
            value ->
                Map.of(
                    "name",
                    value.name().substring(OF_ISSUE.length()),
                    "description",
                    value.description()))
        .toList();
  }

  private List<Map<String, String>> replyClasses() {
    return Stream.of(ReplyClass.values())
        .map(ReplyClass::word)
        .map(word -> Map.of("word", word, "name", texts.of("drumbeat.history.reply." + word)))
        .toList();
  }

  private List<Map<String, String>> operators() {
    return Stream.of(FieldTest.values())
        .map(FieldTest::word)
        .map(
            word ->
                Map.of(
                    "word", word, "name", texts.of("drumbeat.sequence.condition.operator." + word)))
        .toList();
  }

  /** The one that every issue has is named by us. */
  private List<Map<String, String>> dateFields() {
    return issues.dateFields().entrySet().stream()
        .map(
            field ->
                Map.of(
                    "id",
                    field.getKey(),
                    "name",
                    field.getValue().isEmpty()
                        ? texts.of("drumbeat.sequence.field-of.dueDate")
                        : field.getValue()))
        .toList();
  }

  /** Where the address of a lead may stand; a field that sounds like it comes first. */
  private List<Map<String, ?>> fields(PageRequest request) {
    Map<String, String> custom = issues.customFieldIds();
    String likely =
        custom.entrySet().stream()
            .filter(field -> field.getValue().toLowerCase(Locale.ROOT).contains("mail"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(REPORTER);
    String chosen = request.query("field").orElse(likely);
    return Stream.concat(
            Stream.of(REPORTER, "assignee")
                .map(id -> field(id, texts.of("drumbeat.sequence.field-of." + id), chosen)),
            custom.entrySet().stream().map(f -> field(f.getKey(), f.getValue(), chosen)))
        .toList();
  }

  private static Map<String, ?> field(String id, String name, String chosen) {
    return Map.of("id", id, "name", name, "chosen", id.equals(chosen));
  }
}
