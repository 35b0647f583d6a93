package dev.drumbeat.host.issue;

import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** All parts of the host's issue tracking, put together on one database. */
public final class Tracker {

  private final Events events = new Events();
  private final Projects projects;
  private final ProjectPermissionsCheck permissions;
  private final CustomFields customFields;
  private final Issues issues;
  private final HostIssueService issueService;
  private final ChangeHistory history;
  private final Comments comments;
  private final Watchers watchers;
  private final Search search;
  private final Filters filters;

  /** Creates the tables where they are missing. */
  public Tracker(Database database, Users users, Groups groups, InstantSource clock) {
    new ResourceDatabasePopulator(new ClassPathResource("tables.sql", Tracker.class))
        .execute(database.dataSource());
    // As in Jira: no moment of an issue is finer than a millisecond.
    InstantSource millis = Clock.tick(clock.withZone(ZoneOffset.UTC), Duration.ofMillis(1));
    projects = new Projects(database);
    permissions = new ProjectPermissionsCheck(database, projects);
    customFields = new CustomFields(database);
    issues = new Issues(database, permissions, events, millis);
    issueService = new HostIssueService(issues, projects, permissions, users);
    history = new ChangeHistory(database);
    comments = new Comments(database, groups, permissions, events, millis);
    watchers = new Watchers(database);
    filters = new Filters(database);
    SearchFields fields =
        new SearchFields(database.jdbc(), users, permissions, customFields, filters);
    search = new Search(database.jdbc(), fields, millis);
  }

  public Events events() {
    return events;
  }

  public Projects projects() {
    return projects;
  }

  public ProjectPermissionsCheck permissions() {
    return permissions;
  }

  public CustomFields customFields() {
    return customFields;
  }

  public Issues issues() {
    return issues;
  }

  public HostIssueService issueService() {
    return issueService;
  }

  public ChangeHistory history() {
    return history;
  }

  public Comments comments() {
    return comments;
  }

  public Watchers watchers() {
    return watchers;
  }

  public Search search() {
    return search;
  }

  public Filters filters() {
    return filters;
  }
}
