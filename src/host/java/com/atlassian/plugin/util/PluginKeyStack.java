package com.atlassian.plugin.util;

/** Which app is calling; Active Objects asks for its measurements. */
public final class PluginKeyStack {
  private PluginKeyStack() {}

  public static String getFirstPluginKey() {
    return null;
  }
}
