package dev.drumbeat.host.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CurrentUserTest {

  private static final HostUser LENA =
      new HostUser(
          "JIRAUSER1", "lena", "Lena", "l@example.com", true, Locale.GERMAN, ZoneOffset.UTC);

  private final CurrentUser current = new CurrentUser();

  @Test
  void a_thread_is_anonymous_until_a_user_is_set_and_after_it_is_cleared() {
    assertThat(current.get()).isNull();
    current.setLoggedInUser(LENA);
    assertThat(current.getLoggedInUser()).isEqualTo(LENA);
    current.clear();
    assertThat(current.getLoggedInUser()).isNull();
  }

  @Test
  void each_thread_has_its_own_user() {
    current.set(LENA);

    assertThat(CompletableFuture.supplyAsync(current::get).join()).isNull();
  }

  @Test
  void setting_null_makes_a_thread_anonymous() {
    current.set(LENA);

    current.setLoggedInUser(null);

    assertThat(current.get()).isNull();
  }

  @Test
  void the_language_is_the_users_own_and_english_for_nobody() {
    assertThat(current.getLocale()).isEqualTo(Locale.ENGLISH);
    current.set(LENA);
    assertThat(current.getLocale()).isEqualTo(Locale.GERMAN);
  }
}
