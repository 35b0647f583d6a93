package dev.drumbeat.sequence;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A condition as somebody wrote it, not checked yet; the names are those of REST. */
public record ConditionDraft(
    @Nullable String type,
    @Nullable Boolean not,
    @JsonProperty("class") @Nullable String replyClass,
    @Nullable String jql,
    @Nullable String field,
    @Nullable String operator,
    @Nullable String value,
    @Nullable String link,
    @Nullable String name) {

  /** As it is printed and stored. */
  public static ConditionDraft of(Condition condition) {
    Boolean not = condition.not() ? Boolean.TRUE : null;
    if (condition instanceof Condition.Replied replied) {
      ReplyClass asked = replied.replyClass();
      String word = asked == null ? null : asked.word();
      return new ConditionDraft("replied", not, word, null, null, null, null, null, null);
    }
    if (condition instanceof Condition.Jql query) {
      return new ConditionDraft("jql", not, null, query.jql(), null, null, null, null, null);
    }
    if (condition instanceof Condition.Told told) {
      return new ConditionDraft(
          "told", not, null, null, told.field(), null, told.value(), null, told.name());
    }
    Condition.Field field = (Condition.Field) condition;
    return new ConditionDraft(
        "field",
        not,
        null,
        null,
        field.field(),
        field.operator().word(),
        field.value(),
        null,
        null);
  }
}
