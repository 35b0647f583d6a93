package dev.drumbeat.web;

import dev.drumbeat.audience.FieldChoice;
import dev.drumbeat.request.Reason;
import java.util.List;

/** The fields that can hold an address as REST prints them, and the proposed one of them. */
record AddressFieldsView(String proposed, List<Field> values) {

  static AddressFieldsView of(List<FieldChoice> fields, String proposed, Answers answers) {
    return new AddressFieldsView(proposed, fields.stream().map(f -> Field.of(f, answers)).toList());
  }

  /** One field; the kind is {@code text} or {@code user}. */
  record Field(String id, String name, String kind) {

    private static Field of(FieldChoice field, Answers answers) {
      String name =
          field.label() instanceof Reason key ? answers.text(key) : field.label().toString();
      return new Field(field.id(), name, Words.of(field.kind()));
    }
  }
}
