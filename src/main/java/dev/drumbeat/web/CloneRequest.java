package dev.drumbeat.web;

import org.jspecify.annotations.Nullable;

/** What a copy of a campaign is called; null is what the app calls it. */
record CloneRequest(@Nullable String name) {

  static final CloneRequest UNNAMED = new CloneRequest(null);

  private static final int LONGEST = 100;

  /** A name that the app gives is cut where it is too long. */
  String name(String original, Answers answers) {
    if (name != null) {
      return name;
    }
    String copy = answers.text("drumbeat.campaign.copy-of", original);
    return copy.substring(0, Math.min(copy.length(), LONGEST)).strip();
  }
}
