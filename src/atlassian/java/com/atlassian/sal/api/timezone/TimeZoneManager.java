package com.atlassian.sal.api.timezone;

import java.util.TimeZone;

/** The time zone of the user of this thread and of the instance. */
public interface TimeZoneManager {
  TimeZone getUserTimeZone();

  TimeZone getDefaultTimeZone();
}
