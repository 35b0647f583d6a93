package dev.drumbeat.host.user;

import com.atlassian.jira.user.ApplicationUser;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A user as it was when read. As in Jira the key never changes and is not the user name; two
 * readings of one user are equal.
 */
public record HostUser(
    String key,
    String username,
    String displayName,
    String emailAddress,
    boolean active,
    Locale locale,
    ZoneId zone)
    implements ApplicationUser {

  @Override
  public String getKey() {
    return key;
  }

  @Override
  public String getUsername() {
    return username;
  }

  @Override
  public String getEmailAddress() {
    return emailAddress;
  }

  @Override
  public String getDisplayName() {
    return displayName;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostUser user && user.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** The user name alone: addresses have no place in logs. */
  @Override
  public String toString() {
    return username;
  }
}
