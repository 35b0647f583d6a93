package com.atlassian.plugin;

/** A module of an app could not be read. */
public class PluginParseException extends PluginException {
  private static final long serialVersionUID = 1;

  public PluginParseException(String message) {
    super(message);
  }
}
