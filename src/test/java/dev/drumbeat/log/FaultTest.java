package dev.drumbeat.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import jakarta.mail.AuthenticationFailedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultTest {

  @Test
  void a_fault_keeps_its_type_its_stack_and_its_causes() {
    IllegalStateException thrown =
        new IllegalStateException("no row for 7", new NullPointerException("account is null"));

    Fault fault = Fault.of(thrown);

    assertThat(fault).hasMessage("java.lang.IllegalStateException: no row for 7");
    assertThat(fault.getStackTrace()).isEqualTo(thrown.getStackTrace());
    assertThat(fault.getCause()).hasMessage("java.lang.NullPointerException: account is null");
  }

  @Test
  void what_a_mail_server_says_stays_out_of_the_log() {
    var thrown =
        new AuthenticationFailedException(
            "535 5.7.8 buyer@example.org: bad password secret",
            new Exception("454 try later buyer@example.org"));

    assertThat(printed(thrown)).doesNotContain("buyer", "secret").contains("AuthenticationFailed");
  }

  @Test
  void what_a_database_says_is_its_code_and_its_state() {
    var thrown =
        new RuntimeException(new SQLException("Duplicate 'buyer@example.org'", "23505", 7));

    assertThat(printed(thrown)).contains("SQL state 23505, code 7").doesNotContain("buyer");
  }

  @Test
  void addresses_quotes_and_lines_are_taken_out_of_what_the_program_says() {
    var thrown =
        new IllegalArgumentException(
            "cannot write to Buyer <buyer@example.org>:\n\"Our offer\"\u2028x");

    assertThat(Fault.line(thrown))
        .isEqualTo(
            "java.lang.IllegalArgumentException: cannot write to Buyer <<address>>: \u2026 x");
  }

  @Test
  void a_refusal_is_told_by_its_word_and_not_by_its_values() {
    var thrown = new Conflict(Reason.of("drumbeat.fault.no-password", "buyer@example.org"));

    assertThat(Fault.line(thrown))
        .isEqualTo("dev.drumbeat.request.Conflict: why=fault.no-password");
  }

  @Test
  void a_chain_without_an_end_is_cut_off() {
    Exception first = new Exception("first");
    first.initCause(new Exception("second", first));

    assertThat(printed(first)).contains("second");
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    Fault.of(thrown).printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
