package dev.drumbeat.web;

import static dev.drumbeat.request.ActorFixture.aVisitor;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static dev.drumbeat.request.Right.LAUNCH_CAMPAIGNS;
import static dev.drumbeat.request.Right.USE_CAMPAIGNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostSettings;
import dev.drumbeat.host.user.GlobalPermissions;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.Right;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsTest {

  private final Database database = Databases.scratch();
  private final Users users = new Users(database);
  private final Groups groups = new Groups(database, users);
  private final Rights rights =
      new Rights(new HostSettings(database), groups, new GlobalPermissions(groups));
  private final HostUser sam = users.add("sam", "sam", "Sam", "sam@example.com");

  @BeforeEach
  void sam_is_in_sales() {
    List.of("jira-administrators", "sales", "leads").forEach(groups::add);
    groups.join(sam, "sales");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nobody_but_administrators_has_a_right_at_first() {
    HostUser ada = users.add("ada", "ada", "Ada", "ada@example.com");
    groups.join(ada, "jira-administrators");
    assertThat(rights.of(sam)).isEmpty();
    assertThat(rights.of(ada)).containsExactlyInAnyOrder(Right.values());
  }

  @Test
  void members_of_a_group_have_the_right_that_it_gives() {
    rights.give(anAdministrator(), new RightsBody(null, List.of("leads", "sales"), null));
    assertThat(rights.of(sam)).containsExactly(USE_CAMPAIGNS);
  }

  @Test
  void groups_are_the_same_in_capitals() {
    groups.add("SALES");
    rights.give(anAdministrator(), new RightsBody(null, List.of("SALES"), null));
    assertThat(rights.of(sam)).containsExactly(USE_CAMPAIGNS);
  }

  @Test
  void who_may_launch_may_also_use() {
    rights.give(anAdministrator(), new RightsBody(null, null, List.of("sales")));
    assertThat(rights.of(sam)).containsExactlyInAnyOrder(USE_CAMPAIGNS, LAUNCH_CAMPAIGNS);
  }

  @Test
  void a_right_that_is_left_out_stays_as_it_is() {
    rights.give(anAdministrator(), new RightsBody(null, List.of("sales"), null));
    rights.give(anAdministrator(), new RightsBody(null, null, List.of("leads")));
    assertThat(rights.get(anAdministrator()))
        .isEqualTo(RightsBody.of(List.of("sales"), List.of("leads")));
  }

  @Test
  void an_empty_list_takes_the_right_back() {
    rights.give(anAdministrator(), new RightsBody(null, List.of("sales"), null));
    rights.give(anAdministrator(), new RightsBody(null, List.of(), null));
    assertThat(rights.of(sam)).isEmpty();
  }

  @Test
  void a_group_that_does_not_exist_is_named_and_nothing_is_given() {
    RightsBody body = new RightsBody(null, List.of("sales"), List.of("leads", "nope"));
    assertThatThrownBy(() -> rights.give(anAdministrator(), body))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(InvalidInput.Problem::field)
                    .containsExactly("launchCampaigns[1]"));
    assertThat(rights.of(sam)).isEmpty();
  }

  @Test
  void only_administrators_see_and_give_rights() {
    assertThatThrownBy(() -> rights.get(aVisitor())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> rights.give(aVisitor(), new RightsBody(null, null, null)))
        .isInstanceOf(NotAllowed.class);
  }
}
