package dev.drumbeat.audience;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Optional;

/** The users of the host by their key; one that is unknown is not active. */
public final class People {

  private final UserManager users;

  public People(UserManager users) {
    this.users = users;
  }

  /** Whether the user exists and was not deactivated. */
  public boolean isActive(String userKey) {
    return active(userKey).isPresent();
  }

  /** What people call the user, deactivated or not. */
  public Optional<String> displayName(String userKey) {
    return find(userKey).map(ApplicationUser::getDisplayName);
  }

  /** The address of the user, deactivated or not. */
  public Optional<String> email(String userKey) {
    return find(userKey).map(ApplicationUser::getEmailAddress);
  }

  /** The key of the user of that key or name, if it is one who may still work. */
  public Optional<String> findActive(String keyOrName) {
    return active(keyOrName)
        .or(() -> Optional.ofNullable(users.getUserByName(keyOrName)))
        .filter(ApplicationUser::isActive)
        .map(ApplicationUser::getKey);
  }

  Optional<ApplicationUser> active(String userKey) {
    return find(userKey).filter(ApplicationUser::isActive);
  }

  private Optional<ApplicationUser> find(String userKey) {
    return Optional.ofNullable(users.getUserByKey(userKey));
  }
}
