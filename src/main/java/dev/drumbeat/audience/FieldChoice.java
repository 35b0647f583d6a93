package dev.drumbeat.audience;

import dev.drumbeat.request.Reason;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A field at which an address can be found; only a custom field has a name of its own. */
public record FieldChoice(String id, @Nullable String name, Kind kind) {

  /** What stands in it. */
  public enum Kind {
    /** An address. */
    TEXT,
    /** Users, each with an address. */
    USER
  }

  String customName() {
    return name == null ? id : name;
  }

  /** What people call it: an i18n key for those that every issue has. */
  public Serializable label() {
    return name == null ? Reason.of("drumbeat.address-field." + id) : name;
  }
}
