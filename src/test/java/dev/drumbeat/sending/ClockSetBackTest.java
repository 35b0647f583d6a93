package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.MailAccountDraft;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that was wrong leaves hand-overs that seem to be in the future. */
class ClockSetBackTest {

  @TempDir private Path home;
  private SendingHost host;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void what_left_later_than_now_holds_nobody() {
    long slow = host.account("Slow", new MailAccountDraft.Limits(1, 1, 90));
    host.lead("ada@example.org");
    host.launch(slow);
    host.tick();
    host.issues.clock.advance(Duration.ofDays(-2));

    host.launch(slow);
    host.tick();

    assertThat(host.server.messages()).hasSize(2);
  }

  @Test
  void a_lead_who_comes_after_the_clock_went_back_is_not_overdue() {
    host.lead("ada@example.org");
    host.launch();
    host.tick();
    host.issues.clock.advance(Duration.ofDays(-10));

    Campaign later = host.launchTo("bob@example.org");
    host.tick();

    assertThat(host.send(later).state()).isEqualTo(SendState.SENT);
  }
}
