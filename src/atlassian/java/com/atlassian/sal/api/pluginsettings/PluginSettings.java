package com.atlassian.sal.api.pluginsettings;

/** Small settings of the instance; neither for secrets nor for counters. */
public interface PluginSettings {
  Object get(String key);

  Object put(String key, Object value);

  Object remove(String key);
}
