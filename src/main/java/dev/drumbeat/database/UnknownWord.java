package dev.drumbeat.database;

/**
 * A state, kind or reason that this version does not know: a newer one has written it, on another
 * node of the cluster or before a downgrade (conventions §6.3). Lists leave such a row out.
 */
public final class UnknownWord extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownWord(String type, String word) {
    super(type + " " + word + " is of another version of the app");
  }
}
