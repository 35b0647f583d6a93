package dev.drumbeat.host.issue;

import com.atlassian.jira.user.ApplicationUser;
import dev.drumbeat.host.user.HostUser;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Who searches and when, on which the meaning of some queries depends.
 *
 * @param user null for the anonymous, who search in the zone of the Java process
 */
record Searcher(ApplicationUser user, Instant now) {

  ZoneId zone() {
    return user instanceof HostUser host ? host.zone() : ZoneId.systemDefault();
  }
}
