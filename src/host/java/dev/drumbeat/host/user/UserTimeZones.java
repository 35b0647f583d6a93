package dev.drumbeat.host.user;

import com.atlassian.sal.api.timezone.TimeZoneManager;
import java.time.ZoneId;
import java.util.TimeZone;

/** The time zone of the acting user, and of the instance where nobody is logged in. */
public final class UserTimeZones implements TimeZoneManager {

  private static final ZoneId INSTANCE = ZoneId.of("Europe/Berlin");

  private final CurrentUser current;

  public UserTimeZones(CurrentUser current) {
    this.current = current;
  }

  @Override
  public TimeZone getUserTimeZone() {
    return current.get() == null
        ? getDefaultTimeZone()
        : TimeZone.getTimeZone(current.get().zone());
  }

  @Override
  public TimeZone getDefaultTimeZone() {
    return TimeZone.getTimeZone(INSTANCE);
  }
}
