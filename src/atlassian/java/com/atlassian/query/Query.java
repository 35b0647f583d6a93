package com.atlassian.query;

/** A parsed JQL query. */
public interface Query {
  String getQueryString();
}
