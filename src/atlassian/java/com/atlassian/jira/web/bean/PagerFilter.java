package com.atlassian.jira.web.bean;

/** Which part of a result is wanted: an exact offset and a length. */
public class PagerFilter<T> {
  private final int start;
  private final int max;

  public PagerFilter(int start, int max) {
    this.start = start;
    this.max = max;
  }

  public int getStart() {
    return start;
  }

  public int getMax() {
    return max;
  }
}
