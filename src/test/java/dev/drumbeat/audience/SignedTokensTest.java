package dev.drumbeat.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.mail.Secrets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokensTest {

  @TempDir private Path home;

  @Test
  void a_token_names_its_row_after_a_restart_too() {
    String token = tokens().sign("unsubscribe", 1_234_567_890_123L);

    assertThat(tokens().verify("unsubscribe", token)).hasValue(1_234_567_890_123L);
    assertThat(token).matches("[0-9a-z]+\\.[A-Za-z0-9_-]{22}");
  }

  @Test
  void a_token_is_good_for_its_purpose_only() {
    assertThat(tokens().verify("open", tokens().sign("unsubscribe", 7))).isEmpty();
  }

  @Test
  void the_id_of_another_row_does_not_fit_the_signature() {
    String signature = tokens().sign("unsubscribe", 7).substring(2);

    assertThat(tokens().verify("unsubscribe", "8." + signature)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "7", "7.", "-7.aaaaaaaaaaaaaaaaaaaaaa", "7.\n", "ZZ.x"})
  void what_was_never_signed_is_nothing(String token) {
    assertThat(tokens().verify("unsubscribe", token)).isEmpty();
  }

  private SignedTokens tokens() {
    return new SignedTokens(new Secrets(home, Set::of));
  }
}
