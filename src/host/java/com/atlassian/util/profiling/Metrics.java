package com.atlassian.util.profiling;

/** What Active Objects calls to measure itself; the host measures nothing. */
public final class Metrics {
  private Metrics() {}

  public static Builder metric(String name) {
    return new Builder();
  }

  /** Collects the tags of one metric. */
  public static final class Builder {
    private Builder() {}

    public Builder tag(String key, String value) {
      return this;
    }

    public Builder withAnalytics() {
      return this;
    }

    public Builder invokerPluginKey(String key) {
      return this;
    }

    public Ticker startTimer() {
      return () -> {};
    }
  }
}
