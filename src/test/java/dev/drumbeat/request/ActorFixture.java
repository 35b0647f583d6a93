package dev.drumbeat.request;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who asks, in tests. */
public final class ActorFixture {

  private ActorFixture() {}

  /** May do everything. */
  public static Actor anAdministrator() {
    return with(EnumSet.allOf(Right.class));
  }

  /** Is logged in and may do nothing. */
  public static Actor aVisitor() {
    return with(Set.of());
  }

  /** Has these rights only. */
  public static Actor with(Set<Right> rights) {
    return new Actor("JIRAUSER1", "Ada", rights, Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
  }
}
