package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import java.util.Optional;

/** What a step may name that is no part of its sequence, as far as its writer may see it. */
public interface Surroundings {

  /** What is wrong with a query for the writer. */
  Optional<Reason> queryRefusal(Actor writer, String jql);

  /** Whether issues have a field of that name, as templates name it. */
  boolean hasField(String name);

  /**
   * Whether issues have a field with a day of that id, {@code dueDate} or that of a custom field.
   */
  boolean hasDateField(String id);

  /** Why leads cannot be moved to that campaign by the writer. */
  Optional<Reason> campaignRefusal(Actor writer, long campaignId);

  /** The key of the user of that name or key who may still work. */
  Optional<String> userKey(String keyOrName);

  /** Whether there is a project of that key for the writer. */
  boolean hasProject(Actor writer, String projectKey);
}
