package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the draft of a condition into a condition and notes every problem below a path. */
final class ConditionCheck {

  private static final String TYPES = "replied, jql, field, told, clicked, opened";
  private static final int LONGEST_QUERY = 10_000;
  private static final int LONGEST_VALUE = 255;
  private static final int LONGEST_NAME = 100;

  private final Problems problems;
  private final Texts texts;
  private final Actor writer;
  private final Surroundings surroundings;

  ConditionCheck(Problems problems, Actor writer, Surroundings surroundings) {
    this.problems = problems;
    this.texts = new Texts(problems);
    this.writer = writer;
    this.surroundings = surroundings;
  }

  /** The path ends with a dot; empty when it is none, which is noted. */
  Optional<Condition> check(String path, ConditionDraft draft) {
    boolean not = Boolean.TRUE.equals(draft.not());
    String type = draft.type();
    if (type == null) {
      problems.add(path + "type", "drumbeat.invalid.required");
      return Optional.empty();
    }
    return switch (type) {
      case "replied" -> Optional.of(replied(path, draft, not));
      case "jql" -> Optional.of(query(path, draft, not));
      case "field" -> field(path, draft, not);
      case "told" -> Optional.of(told(path, draft, not));
      case "clicked" -> refused(path + "type", "drumbeat.condition.no-clicks");
      case "opened" -> refused(path + "type", "drumbeat.condition.no-opens");
      default -> unknown(path + "type", type);
    };
  }

  private Optional<Condition> refused(String field, String why) {
    problems.add(field, why);
    return Optional.empty();
  }

  private Optional<Condition> unknown(String field, String word) {
    problems.add(field, "drumbeat.invalid.word", word, TYPES);
    return Optional.empty();
  }

  private Condition replied(String path, ConditionDraft draft, boolean not) {
    String word = draft.replyClass();
    ReplyClass asked = word == null ? null : ReplyClass.of(word).orElse(null);
    if (word != null && asked == null) {
      problems.add(path + "class", "drumbeat.invalid.word", word, ReplyClass.words());
    }
    return new Condition.Replied(asked, not);
  }

  private Condition query(String path, ConditionDraft draft, boolean not) {
    String jql = texts.required(path + "jql", draft.jql(), LONGEST_QUERY);
    if (!jql.isEmpty()) {
      surroundings.queryRefusal(writer, jql).ifPresent(why -> problems.add(path + "jql", why));
    }
    return new Condition.Jql(jql, not);
  }

  private Condition told(String path, ConditionDraft draft, boolean not) {
    String name = texts.required(path + "name", draft.name(), LONGEST_NAME);
    String field = texts.optional(path + "field", draft.field(), LONGEST_NAME);
    String value = texts.optional(path + "value", draft.value(), LONGEST_VALUE);
    if (field != null && value == null) {
      problems.add(path + "value", "drumbeat.invalid.required");
    }
    return new Condition.Told(name, field, field == null ? null : value, not);
  }

  private Optional<Condition> field(String path, ConditionDraft draft, boolean not) {
    String field = texts.required(path + "field", draft.field(), LONGEST_VALUE);
    if (!field.isEmpty() && !surroundings.hasField(field)) {
      problems.add(path + "field", "drumbeat.condition.no-field", field);
    }
    return test(path + "operator", draft.operator())
        .map(test -> new Condition.Field(field, test, value(path, draft, test), not));
  }

  private @Nullable String value(String path, ConditionDraft draft, FieldTest test) {
    String value = texts.optional(path + "value", draft.value(), LONGEST_VALUE);
    if (test.needsValue() && value == null) {
      problems.add(path + "value", "drumbeat.invalid.required");
    }
    return test.needsValue() ? value : null;
  }

  private Optional<FieldTest> test(String field, @Nullable String word) {
    if (word == null) {
      problems.add(field, "drumbeat.invalid.required");
      return Optional.empty();
    }
    Optional<FieldTest> test = FieldTest.of(word);
    if (test.isEmpty()) {
      problems.add(field, "drumbeat.invalid.word", word, FieldTest.words());
    }
    return test;
  }
}
