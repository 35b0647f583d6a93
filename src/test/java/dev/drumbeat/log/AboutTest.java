package dev.drumbeat.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.log.About.Thing;
import dev.drumbeat.request.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutTest {

  @Test
  void ids_stand_in_the_same_order_wherever_they_come_from() {
    About about = About.of(Thing.ACCOUNT, 3).and(Thing.CAMPAIGN, 12L).and(Thing.SEND, null);

    assertThat(about.and(Thing.ENROLLMENT, 345L))
        .hasToString("campaign=12 enrollment=345 account=3");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '550 5.1.1 <buyer@example.org> unknown', 'why=outcome.hard code=550/5.1.1'
          '451 try later',                         'why=outcome.hard code=451'
          'buyer@example.org',                     'why=outcome.hard'
          '5501 of them',                          'why=outcome.hard'
          """)
  void why_is_a_word_and_the_code_of_the_server(String answer, String line) {
    assertThat(Why.of(Reason.of("drumbeat.outcome.hard", answer))).isEqualTo(line);
  }

  @Test
  void without_a_reason_there_is_none() {
    assertThat(Why.of(null)).isEqualTo("why=none");
  }
}
