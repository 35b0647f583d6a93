package dev.drumbeat.sequence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a lead when a step becomes due, never before (T4). Each may be turned round by
 * {@code not}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.Replied.class, name = "replied"),
  @JsonSubTypes.Type(value = Condition.Jql.class, name = "jql"),
  @JsonSubTypes.Type(value = Condition.Field.class, name = "field"),
  @JsonSubTypes.Type(value = Condition.Told.class, name = "told")
})
public sealed interface Condition {

  /** Whether it holds when what it asks for is not so. */
  boolean not();

  /** An answer of that class came in this run; null is any that a person wrote. */
  record Replied(@Nullable ReplyClass replyClass, boolean not) implements Condition {}

  /** The issue of the lead is found by the query, as the owner of the campaign sees it. */
  record Jql(String jql, boolean not) implements Condition {}

  /** What stands in a field of the issue, by the name that templates use. */
  record Field(String field, FieldTest operator, @Nullable String value, boolean not)
      implements Condition {}

  /**
   * An event of that name was told of the lead or its issue since the lead entered, perhaps with
   * that value in a field of its data.
   */
  record Told(String name, @Nullable String field, @Nullable String value, boolean not)
      implements Condition {}
}
