package dev.drumbeat.audience;

import org.jspecify.annotations.Nullable;

/**
 * Whom a campaign writes to: the issues of a saved filter or of a query, taken once at launch, and
 * where on an issue the address stands. Exactly one of filter and query is given; a limit counts
 * issues, null is the usual limit.
 */
public record AudienceRule(
    @Nullable Long filterId, @Nullable String jql, String addressField, @Nullable Integer limit) {

  /** Where the address stands unless somebody says otherwise. */
  public static final String REPORTER = "reporter";
}
