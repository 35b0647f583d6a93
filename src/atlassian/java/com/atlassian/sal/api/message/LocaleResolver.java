package com.atlassian.sal.api.message;

import java.util.Locale;

/** The language of the user of this thread. */
public interface LocaleResolver {
  Locale getLocale();
}
