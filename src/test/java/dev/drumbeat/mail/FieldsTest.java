package dev.drumbeat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private final Problems problems = new Problems();
  private final Fields fields = new Fields(problems);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sales\u202Egpj",
        "a\u2066b",
        "a\u200Fb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\uD800b",
        "a\tb"
      })
  void what_would_disturb_the_text_around_it_is_refused(String name) {
    fields.required("name", name, 100);

    assertThat(reasons()).containsExactly(Reason.of("drumbeat.invalid.control"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200B", "\u200B\u2060 \uFEFF", "\u00A0"})
  void what_nobody_can_see_is_left_out(String name) {
    fields.required("name", name, 100);

    assertThat(reasons()).containsExactly(Reason.of("drumbeat.invalid.required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u05DE\u05DB\u05D9\u05E8\u05D5\u05EA",
        "\uD83D\uDCEC Sales",
        "\u0646\u200C\u0647"
      })
  void names_of_all_scripts_are_taken(String name) {
    assertThat(fields.required("name", name, 100)).isEqualTo(name);
    assertThat(reasons()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "a..b",
        "a.",
        "::::",
        "1:2",
        "1::2::3",
        "fe80::1%eth0",
        "256.256.256.256",
        "1.2.3",
        "010.0.0.1",
        "12",
        "no host",
        "-a",
        "a-",
        "a_b",
        "http://a",
        "a:25",
        "[::1]"
      })
  void what_cannot_be_a_host_is_refused(String host) {
    fields.host("host", host);

    assertThat(reasons()).containsExactly(Reason.of("drumbeat.invalid.host", host));
  }

  @Test
  void a_label_has_63_characters_at_most() {
    fields.host("host", "a".repeat(63) + ".example");
    assertThat(reasons()).isEmpty();

    fields.host("host", "a".repeat(64) + ".example");
    assertThat(reasons()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, localhost",
    "Mail-1.Example.org, Mail-1.Example.org",
    "127.0.0.1, 127.0.0.1",
    "::1, ::1",
    "2001:db8::25, 2001:db8::25",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "1und1.de, 1und1.de",
    "ex\u00E4mple.de, xn--exmple-cua.de"
  })
  void a_host_is_kept_in_ascii(String written, String kept) {
    assertThat(fields.host("host", written)).isEqualTo(kept);
    assertThat(reasons()).isEmpty();
  }

  private List<Reason> reasons() {
    return problems.refusal().problems().stream().map(InvalidInput.Problem::reason).toList();
  }
}
