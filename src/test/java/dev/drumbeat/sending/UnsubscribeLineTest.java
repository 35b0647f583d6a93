package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.sequence.Rendering.Message;
import org.junit.jupiter.api.Test;

class UnsubscribeLineTest {

  private static final String URL = "https://jira.example.org/u/token";
  private final UnsubscribeLine line = new UnsubscribeLine(URL, "Unsubscribe");

  @Test
  void both_parts_get_the_link() {
    Message message = line.under(new Message("Hello", "<html><body>Hi</body></html>", "Hi"));

    assertThat(message.html())
        .isEqualTo(
            "<html><body>Hi<p><small><a href=\""
                + URL
                + "\">Unsubscribe</a></small></p></body></html>");
    assertThat(message.text()).isEqualTo("Hi\n\n-- \nUnsubscribe: " + URL + "\n");
  }

  @Test
  void a_message_that_has_the_link_is_left_alone() {
    Message message = new Message("Hello", "<a href=\"" + URL + "\">x</a>", "x (" + URL + ")");

    assertThat(line.under(message)).isEqualTo(message);
  }

  @Test
  void a_message_of_text_stays_one() {
    assertThat(line.under(new Message("Hello", null, "Hi")).html()).isNull();
  }
}
