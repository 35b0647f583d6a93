package dev.drumbeat.web;

import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.InstanceRules;
import dev.drumbeat.audience.People;
import dev.drumbeat.request.Problems;
import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ScheduleDraft;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks all settings of a request before any of them changes. */
final class SettingsCheck {

  private final People people;
  private final GroupManager groups;
  private final ProjectRoleManager roles;
  private final Problems problems = new Problems();

  SettingsCheck(People people, GroupManager groups, ProjectRoleManager roles) {
    this.people = people;
    this.groups = groups;
    this.roles = roles;
  }

  /** The rules that hold afterwards; refuses, naming every field that is wrong. */
  InstanceRules check(SettingsBody body, InstanceRules now) {
    comments(body.replyComments());
    InstanceRules rules =
        new InstanceRules(
            number("mostIssues", body.mostIssues(), 1, now.mostIssues()),
            number("confirmAbove", body.confirmAbove(), 0, now.confirmAbove()),
            zone(body.defaultZone(), now.zone()),
            body.defaultHolidays() == null
                ? now.holidays()
                : schedule(null, body.defaultHolidays()).holidays().stream().sorted().toList());
    problems.refuse();
    return rules;
  }

  private void comments(SettingsBody.@Nullable Comments wanted) {
    if (wanted != null && wanted.author() != null && !people.isActive(wanted.author())) {
      problems.add("replyComments.author", "drumbeat.invalid.user", wanted.author());
    }
    if (wanted != null && wanted.group() != null && !groups.groupExists(wanted.group())) {
      problems.add("replyComments.group", "drumbeat.invalid.group", wanted.group());
    }
    if (wanted != null
        && wanted.roleId() != null
        && roles.getProjectRole(wanted.roleId()) == null) {
      problems.add("replyComments.roleId", "drumbeat.invalid.role", Long.toString(wanted.roleId()));
    }
  }

  private int number(String field, @Nullable Integer wanted, int least, int now) {
    if (wanted == null) {
      return now;
    }
    if (wanted < least || wanted > AudienceRule.MOST_ISSUES) {
      problems.add(
          field,
          "drumbeat.invalid.range",
          Integer.toString(least),
          Integer.toString(AudienceRule.MOST_ISSUES));
    }
    return wanted;
  }

  /** An empty text takes the zone away. */
  private @Nullable ZoneId zone(@Nullable String wanted, @Nullable ZoneId now) {
    if (wanted == null) {
      return now;
    }
    return wanted.isBlank() ? null : schedule(wanted, null).zone();
  }

  /** Zones and days are checked as those of a campaign are, and named as they are here. */
  private Schedule schedule(@Nullable String zone, @Nullable List<String> holidays) {
    Problems inside = new Problems();
    Schedule schedule =
        new ScheduleDraft(zone, null, holidays).check("default", ZoneOffset.UTC, inside);
    inside
        .refusal()
        .problems()
        .forEach(p -> problems.add(p.field().replace(".z", "Z").replace(".h", "H"), p.reason()));
    return schedule;
  }
}
