package com.atlassian.sal.api;

/** Which base address is wanted; the app uses the configured one. */
public enum UrlMode {
  CANONICAL,
  ABSOLUTE,
  RELATIVE,
  RELATIVE_CANONICAL,
  AUTO
}
