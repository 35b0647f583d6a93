package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads single values; null stands for none. What is of the wrong kind is an {@link
 * IllegalArgumentException} in Jira's words.
 */
final class ValueJson {

  private final Users users;

  ValueJson(Users users) {
    this.users = users;
  }

  String text(JsonNode value) {
    require(value.isTextual() || value.isNull(), "Operation value must be a string");
    return value.textValue();
  }

  Double number(JsonNode value) {
    boolean fits = value.isNumber() && Double.isFinite(value.doubleValue());
    require(fits || value.isNull(), "Operation value must be a number");
    return value.isNull() ? null : value.doubleValue();
  }

  LocalDate day(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    String wrong = "Error parsing date string: " + value.asText();
    require(value.asText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"), wrong);
    try {
      return LocalDate.parse(value.asText());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(wrong, e);
    }
  }

  List<String> texts(JsonNode value) {
    require(value.isArray() || value.isNull(), "data was not an array");
    List<String> texts = new ArrayList<>();
    for (JsonNode text : value) {
      require(text.isTextual(), "string expected at index " + texts.size());
      texts.add(text.asText());
    }
    return texts;
  }

  /** The id or, without one, the name by which something is chosen. */
  String choice(JsonNode value) {
    require(value.isObject(), "data was not an object");
    return value.hasNonNull("id") ? value.get("id").asText() : value.path("name").asText();
  }

  HostUser user(JsonNode value) {
    require(value.isObject() || value.isNull(), "data was not an object");
    if (!value.hasNonNull("name") && !value.hasNonNull("key")) {
      return null;
    }
    HostUser user =
        value.hasNonNull("name")
            ? users.getUserByName(value.get("name").asText())
            : users.getUserByKey(value.get("key").asText());
    String called = value.path(value.hasNonNull("name") ? "name" : "key").asText();
    require(user != null, "User '" + called + "' does not exist.");
    return user;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
