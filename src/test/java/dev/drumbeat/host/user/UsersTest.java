package dev.drumbeat.host.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsersTest {

  private final Database database = Databases.scratch();
  private final Users users = new Users(database);
  private final Groups groups = new Groups(database, users);
  private final Tokens tokens = new Tokens(database, users);
  private final GlobalPermissions permissions = new GlobalPermissions(groups);

  @AfterEach
  void close() {
    database.close();
  }

  private HostUser sam() {
    return users.add("Sam", "sam-secret", "Sam Seller", "sam@example.com");
  }

  @Test
  void a_user_is_found_by_key_and_by_name_in_any_case() {
    HostUser sam = sam();

    assertThat(users.getUserByName("SAM")).isEqualTo(sam);
    assertThat(users.getUserByKey(sam.key())).isEqualTo(sam);
    assertThat(sam.key()).isNotEqualTo(sam.username()).startsWith("JIRAUSER");
  }

  @Test
  void everything_said_about_a_user_is_kept() {
    users.add("lena", "x", "Lena", "l@example.com", Locale.GERMANY, ZoneId.of("Europe/Berlin"));

    HostUser lena = users.getUserByName("lena");

    assertThat(lena.getDisplayName()).isEqualTo("Lena");
    assertThat(lena.getEmailAddress()).isEqualTo("l@example.com");
    assertThat(lena.isActive()).isTrue();
    assertThat(lena.locale()).isEqualTo(Locale.GERMANY);
    assertThat(lena.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(sam().zone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void nobody_is_found_under_an_unknown_name() {
    assertThat(users.getUserByName("nobody")).isNull();
    assertThat(users.getUserByName(null)).isNull();
    assertThat(users.getUserByKey("JIRAUSER1")).isNull();
  }

  @Test
  void a_user_name_is_given_once() {
    sam();

    assertThatThrownBy(() -> users.add("SAM", "x", "Other", "o@example.com"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is already a user named sam");
    assertThat(users.all()).hasSize(1);
  }

  @Test
  void only_the_right_password_opens() {
    HostUser sam = sam();

    assertThat(users.authenticate("sam", "sam-secret")).contains(sam);
    assertThat(users.authenticate("sam", "Sam-secret")).isEmpty();
    assertThat(users.authenticate("pam", "nobody")).isEmpty();
  }

  @Test
  void a_deactivated_user_cannot_log_in_but_stays_known() {
    HostUser sam = sam();
    String token = tokens.issue(sam);

    users.deactivate(sam);

    assertThat(users.authenticate("sam", "sam-secret")).isEmpty();
    assertThat(tokens.user(token)).isEmpty();
    assertThat(users.getUserByName("sam").isActive()).isFalse();
  }

  @Test
  void passwords_and_tokens_are_stored_as_hashes() {
    String token = tokens.issue(sam());

    String stored =
        database.jdbc().queryForList("SELECT * FROM HOST_USER").toString()
            + database.jdbc().queryForList("SELECT * FROM HOST_TOKEN");

    assertThat(stored).contains("$").doesNotContain("sam-secret").doesNotContain(token);
  }

  @Test
  void a_token_stands_for_its_user_until_it_is_revoked() {
    HostUser sam = sam();
    String token = tokens.issue(sam);

    assertThat(tokens.user(token)).contains(sam);
    assertThat(tokens.user(token + "x")).isEmpty();
    tokens.revoke(sam);
    assertThat(tokens.user(token)).isEmpty();
  }

  @Test
  void members_of_a_group_come_and_go() {
    HostUser sam = sam();
    groups.add("sales");
    groups.add("sales");
    groups.join(sam, "sales");
    groups.join(sam, "sales");

    assertThat(groups.getGroupNamesForUser(sam)).containsExactly("sales");
    assertThat(groups.members("sales")).containsExactly(sam);
    groups.leave(sam, "sales");
    assertThat(groups.members("sales")).isEmpty();
    assertThat(groups.getGroupNamesForUser(null)).isEmpty();
  }

  @Test
  void nobody_joins_a_group_that_does_not_exist() {
    HostUser sam = sam();

    assertThatThrownBy(() -> groups.join(sam, "nowhere"))
        .hasMessage("There is no group named nowhere");
    assertThat(groups.groupExists("nowhere")).isFalse();
  }

  @Test
  void active_administrators_administer() {
    HostUser sam = sam();
    groups.add(GlobalPermissions.ADMINISTRATORS);

    assertThat(permissions.isAdministrator(sam)).isFalse();
    groups.join(sam, GlobalPermissions.ADMINISTRATORS);
    assertThat(permissions.isAdministrator(sam)).isTrue();
    users.deactivate(sam);
    assertThat(permissions.isAdministrator(users.getUserByName("sam"))).isFalse();
    assertThat(permissions.isAdministrator(null)).isFalse();
  }

  @Test
  void a_second_start_finds_the_users_of_the_first() {
    HostUser sam = sam();

    assertThat(new Users(database).all()).containsExactly(sam);
  }
}
