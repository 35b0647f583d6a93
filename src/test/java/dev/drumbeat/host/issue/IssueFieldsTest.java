package dev.drumbeat.host.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IssueFieldsTest {

  private static final HostField COMPANY = new HostField(10000, "Company", FieldKind.TEXT);
  private static final HostField SEATS = new HostField(10001, "Seats", FieldKind.NUMBER);

  private final IssueFields fields = IssueFields.of("Lead");

  @Test
  void a_summary_is_one_line_of_at_most_255_characters() {
    assertThat(fields.withSummary("  x".repeat(85)).summary()).hasSize(253);
    assertThatThrownBy(() -> fields.withSummary("x".repeat(256)))
        .hasMessage("Summary can't exceed 255 characters.");
    assertThatThrownBy(() -> fields.withSummary("two\nlines"))
        .hasMessage("The summary is invalid because it contains newline characters.");
    assertThatThrownBy(() -> fields.withSummary(" "))
        .hasMessage("You must specify a summary of the issue.");
  }

  @Test
  void a_field_that_refuses_says_its_name() {
    assertThatThrownBy(() -> fields.withLabels(List.of("two words")))
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("labels"));
    assertThatThrownBy(() -> fields.with(COMPANY, "x".repeat(256)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("customfield_10000"));
  }

  @Test
  void a_custom_field_takes_values_of_its_kind_alone() {
    assertThatThrownBy(() -> fields.with(SEATS, "twelve"))
        .hasMessage("The field 'Seats' takes a Double.");
  }

  @Test
  void no_text_is_the_same_as_none() {
    assertThat(fields.with(COMPANY, "Brass Ltd").with(COMPANY, "")).isEqualTo(fields);
    assertThat(fields.withDescription(" ")).isEqualTo(fields);
  }

  @Test
  void a_long_description_has_a_limit() {
    assertThatThrownBy(() -> fields.withDescription("x".repeat(32_768)))
        .hasMessage(
            "The entered text is too long. It exceeds the allowed limit of 32,767 characters.");
  }
}
