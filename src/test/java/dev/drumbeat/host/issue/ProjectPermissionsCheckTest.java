package dev.drumbeat.host.issue;

import static com.atlassian.jira.permission.ProjectPermissions.ADD_COMMENTS;
import static com.atlassian.jira.permission.ProjectPermissions.BROWSE_PROJECTS;
import static com.atlassian.jira.permission.ProjectPermissions.EDIT_ISSUES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectPermissionsCheckTest {

  private final TrackerFixture host = new TrackerFixture();
  private final ProjectPermissionsCheck permissions = host.tracker.permissions();

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_group_gives_its_members_what_it_was_granted() {
    assertThat(permissions.hasPermission(EDIT_ISSUES, host.sales, host.sam)).isTrue();
    assertThat(permissions.hasPermission(EDIT_ISSUES, host.issue("Lead"), host.sam)).isTrue();
    assertThat(permissions.hasPermission(EDIT_ISSUES, host.sales, host.bob)).isFalse();
    assertThat(permissions.hasPermission(EDIT_ISSUES, host.sales, null)).isFalse();
  }

  @Test
  void a_permission_nobody_has_heard_of_is_not_given() {
    ProjectPermissionKey unknown = new ProjectPermissionKey("FLY");

    assertThat(permissions.hasPermission(unknown, host.sales, host.sam)).isFalse();
  }

  @Test
  void nobody_comments_where_they_may_not_browse() {
    host.groups.add("guests");
    host.groups.join(host.bob, "guests");
    host.tracker.projects().grant(host.sales, ADD_COMMENTS, "guests");

    assertThat(permissions.hasPermission(ADD_COMMENTS, host.sales, host.bob)).isFalse();
    host.tracker.projects().grant(host.sales, BROWSE_PROJECTS, "guests");
    assertThat(permissions.hasPermission(ADD_COMMENTS, host.sales, host.bob)).isTrue();
  }

  @Test
  void what_was_granted_can_be_taken_back() {
    host.tracker.projects().revoke(host.sales, BROWSE_PROJECTS, "sales");

    assertThat(permissions.hasPermission(BROWSE_PROJECTS, host.sales, host.sam)).isFalse();
  }

  @Test
  void a_deactivated_user_may_do_what_the_anonymous_may() {
    host.users.deactivate(host.sam);

    assertThat(permissions.hasPermission(BROWSE_PROJECTS, host.sales, host.sam)).isFalse();
    assertThat(permissions.hasPermission(BROWSE_PROJECTS, host.open, host.sam)).isTrue();
  }

  @Test
  void each_sees_a_list_of_their_projects() {
    assertThat(permissions.projects(BROWSE_PROJECTS, host.sam))
        .containsExactly(host.open, host.sales);
    assertThat(permissions.projects(BROWSE_PROJECTS, host.bob)).containsExactly(host.open);
    assertThat(permissions.projects(EDIT_ISSUES, host.bob)).isEmpty();
    assertThat(permissions.projects(BROWSE_PROJECTS, null)).containsExactly(host.open);
  }

  @Test
  void a_project_is_found_by_its_key_in_any_case() {
    Projects projects = host.tracker.projects();

    assertThat(projects.getProjectByCurrentKey("sales")).isEqualTo(host.sales);
    assertThat(projects.getProjectByCurrentKey("NONE")).isNull();
    assertThat(projects.getProjectObjects()).hasSize(2);
    assertThat(host.sales.lead()).isEqualTo(host.lena);
  }

  @Test
  void a_project_key_is_short_and_unique() {
    assertThatThrownBy(() -> host.tracker.projects().add("SALES", "Again", host.sam))
        .isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(() -> host.tracker.projects().add("a-b", "Odd", host.sam))
        .hasMessage("A project key is unique and has 2 to 10 capitals or digits: 'a-b'");
  }
}
