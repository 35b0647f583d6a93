package com.atlassian.sal.api.pluginsettings;

/** Hands out settings. */
public interface PluginSettingsFactory {
  PluginSettings createGlobalSettings();
}
