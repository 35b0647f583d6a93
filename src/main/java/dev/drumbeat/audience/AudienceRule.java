package dev.drumbeat.audience;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Whom a campaign writes to: the issues of a saved filter or of a query, taken once at launch or,
 * when it is live, looked at again and again until that moment (E2), and where on an issue the
 * address stands ({@code reporter}, {@code assignee}, {@code watchers} or {@code
 * customfield_10000}). Exactly one of filter and query is given.
 */
public record AudienceRule(
    @Nullable Long filterId,
    @Nullable String jql,
    String addressField,
    @Nullable Integer limit,
    boolean live,
    @Nullable Instant until) {

  /** Taken once at launch. */
  public AudienceRule(
      @Nullable Long filterId, @Nullable String jql, String addressField, @Nullable Integer limit) {
    this(filterId, jql, addressField, limit, false, null);
  }

  /** Whether it still takes in who joins later. */
  public boolean isLive(Instant now) {
    return live && (until == null || now.isBefore(until));
  }

  /** The same for so many issues at most. */
  public AudienceRule limited(int most) {
    return new AudienceRule(filterId, jql, addressField, most, live, until);
  }

  /** Where the address stands unless somebody says otherwise. */
  public static final String REPORTER = "reporter";

  /** How many issues an audience may have unless somebody says otherwise. */
  public static final int USUAL_ISSUES = 5_000;

  /** How many issues an audience may have at all. */
  public static final int MOST_ISSUES = 100_000;

  /** Those issues and no others; a key that the reader may not see makes it unusable. */
  public static AudienceRule ofIssues(Collection<String> keys, String addressField) {
    String list = keys.stream().map(JqlText::quoted).collect(joining(", "));
    return new AudienceRule(null, "key in (" + list + ")", addressField, null);
  }

  /** How many issues it may have. */
  public int mostIssues() {
    return limit == null ? USUAL_ISSUES : limit;
  }
}
