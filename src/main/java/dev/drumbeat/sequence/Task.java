package dev.drumbeat.sequence;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is to do by hand. Summary and description are templates. The assignee is a user
 * key, null the owner of the campaign; the project, a key, is for leads without an issue. Whether
 * the run waits until it is done.
 */
public record Task(
    String summary,
    @Nullable String description,
    @Nullable String issueType,
    @Nullable String assignee,
    @Nullable String project,
    boolean hold) {

  /** One of which only matters that it is one. */
  static final Task OUTLINE = new Task("-", null, null, null, null, true);

  /** What is to be done, to be written like a mail: the subject is the line. */
  Mail spoken() {
    return new Mail(summary, null, description == null ? summary : description, true);
  }
}
