package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.MailAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is due at one account, the oldest first. */
class DueQueueTest {

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
  void those_who_stay_due_are_not_in_the_way_of_the_others() {
    host.leads(25);
    suppressAtTheBody(host.launch(), 20);

    host.tick();

    assertThat(host.server.messages()).hasSize(5);
  }

  /** Suppresses the next so many leads at the last moment, which leaves them due. */
  private void suppressAtTheBody(Campaign campaign, int count) {
    host.server.beforeAnswering(
        "DATA",
        () -> {
          host.sends(campaign).stream()
              .filter(send -> send.state() == SendState.CLAIMED)
              .forEach(send -> suppress(send.address()));
          if (count > 1) {
            suppressAtTheBody(campaign, count - 1);
          }
        });
  }

  private void suppress(String address) {
    MailAddress lead = new MailAddress(address.substring(0, address.indexOf('@')), "example.org");
    host.suppressions.add(
        NewSuppression.of(lead, Scope.INSTANCE, SuppressionReason.MANUAL, "test"));
  }
}
