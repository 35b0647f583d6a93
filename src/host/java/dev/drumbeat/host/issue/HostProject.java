package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import dev.drumbeat.host.user.HostUser;
import java.util.Collection;
import java.util.List;

/** A project as it was when read; its key never changes. */
public record HostProject(Long id, String key, String name, HostUser lead) implements Project {

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getKey() {
    return key;
  }

  @Override
  public Collection<IssueType> getIssueTypes() {
    return List.of(HostIssueType.values());
  }

  @Override
  public String getName() {
    return name;
  }
}
