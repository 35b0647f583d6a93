package com.atlassian.plugin;

/** A fault of an app. */
public class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PluginException(String message) {
    super(message);
  }
}
