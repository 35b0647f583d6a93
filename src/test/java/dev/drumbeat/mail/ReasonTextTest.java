package dev.drumbeat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.request.Reason;
import org.junit.jupiter.api.Test;

/** A reason that was kept is the same reason when it is read. */
class ReasonTextTest {

  @Test
  void reasons_inside_reasons_are_kept_with_what_fills_their_places() {
    Reason reason =
        Reason.of(
            "outer",
            "one",
            Reason.of("inner", Reason.of("innermost", "deep"), "two"),
            Reason.of("plain"),
            "three");

    assertThat(ReasonText.read(ReasonText.write(reason))).isEqualTo(reason);
  }

  @Test
  void numbers_become_texts_and_whatever_controls_a_text_a_blank() {
    assertThat(ReasonText.read(ReasonText.write(Reason.of("key", 7, "a\n\u0001b"))))
        .isEqualTo(Reason.of("key", "7", "a b"));
  }
}
