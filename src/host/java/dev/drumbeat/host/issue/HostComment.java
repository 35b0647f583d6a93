package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.comments.Comment;
import dev.drumbeat.host.user.HostUser;
import java.time.Instant;
import java.util.Date;

/**
 * A comment as it was when read.
 *
 * @param groupLevel the group that alone may read it; null for all who may browse the issue
 */
public record HostComment(
    Long id, Long issueId, HostUser author, String body, String groupLevel, Instant createdAt)
    implements Comment {

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getBody() {
    return body;
  }

  @Override
  public Date getCreated() {
    return Date.from(createdAt);
  }
}
