package dev.drumbeat.host.api;

import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.user.HostUser;

/** Users as Jira prints them: wherever one is mentioned, and the one who asks. */
final class PersonJson {

  private PersonJson() {}

  /** A mention; null for nobody. */
  static ObjectNode of(ApplicationUser user, Links links) {
    if (user == null) {
      return null;
    }
    ObjectNode json =
        Json.object()
            .put("self", links.user(user.getUsername()))
            .put("name", user.getUsername())
            .put("key", user.getKey())
            .put("emailAddress", user.getEmailAddress());
    json.set("avatarUrls", links.avatars("useravatar"));
    json.put("displayName", user.getDisplayName()).put("active", user.isActive());
    return user instanceof HostUser host ? json.put("timeZone", host.zone().getId()) : json;
  }

  /** All that a user may know of a user. */
  static ObjectNode whole(HostUser user, Links links) {
    return of(user, links)
        .put("deleted", false)
        .put("locale", user.locale().toString())
        .put("expand", "groups,applicationRoles");
  }
}
