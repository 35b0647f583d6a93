package dev.drumbeat.enrollment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to enroll directly, as somebody wrote it, not checked yet: null is what was left out. One of
 * the first five is given. The address stands on an issue in the address field, as in an audience;
 * with addresses only those of them that stand there are meant. The zone is one of all leads, which
 * a name that nobody knows is not (T16).
 */
public record EnrollDraft(
    @Nullable String issueKey,
    @Nullable String email,
    @Nullable List<String> issueKeys,
    @Nullable String jql,
    @Nullable Long filterId,
    @Nullable String addressField,
    @Nullable List<String> addresses,
    @Nullable Map<String, String> variables,
    @Nullable String zone) {

  /** In the zone that the campaign finds. */
  public EnrollDraft(
      @Nullable String issueKey,
      @Nullable String email,
      @Nullable List<String> issueKeys,
      @Nullable String jql,
      @Nullable Long filterId,
      @Nullable String addressField,
      @Nullable List<String> addresses,
      @Nullable Map<String, String> variables) {
    this(issueKey, email, issueKeys, jql, filterId, addressField, addresses, variables, null);
  }

  /** Whether it names one lead. */
  public boolean isSingle() {
    return issueKey != null || email != null;
  }

  /** Which field says whom. */
  public String source() {
    return email != null ? "email" : "issueKey";
  }

  boolean namesOneSource() {
    return Stream.of(issueKey, email, issueKeys, jql, filterId).filter(Objects::nonNull).count()
        == 1;
  }
}
