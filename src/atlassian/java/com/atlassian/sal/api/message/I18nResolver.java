package com.atlassian.sal.api.message;

import java.io.Serializable;
import java.util.Locale;

/** Texts of the host and of all apps in a language. */
public interface I18nResolver {
  String getText(String key, Serializable... arguments);

  String getText(Locale locale, String key, Serializable... arguments);
}
