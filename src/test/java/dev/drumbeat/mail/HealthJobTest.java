package dev.drumbeat.mail;

import static dev.drumbeat.mail.TestServers.HOST;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.status.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthJobTest {

  private final TestServers servers = TestServers.inTheClear();
  private final MailServer smtp = servers.smtp(HOST, Security.NONE);
  private final MailServer imap = servers.imap(HOST, Security.NONE);

  @TempDir private Path home;
  private Instance instance;

  @BeforeEach
  void start() {
    instance = new Instance(home);
  }

  @AfterEach
  void stop() {
    instance.close();
    servers.close();
  }

  @Test
  void a_good_account_is_found_in_order_without_sending_anything() {
    long id = instance.connect("Sales", smtp, imap);

    run(Duration.ofMinutes(1));

    assertThat(health(id).isGood()).isTrue();
    assertThat(health(id).checkedAt()).isEqualTo(Instance.START);
    assertThat(servers.greenMail().getReceivedMessages()).isEmpty();
  }

  @Test
  void failures_in_a_row_are_counted_until_all_is_well_again() throws IOException {
    long id = instance.connect("Sales", TestServers.nobody(), imap);

    run(Duration.ofMinutes(1));
    run(Duration.ofMinutes(1));

    assertThat(health(id).failuresInARow()).isEqualTo(2);
    assertThat(health(id).smtp().reason().key()).isEqualTo("drumbeat.fault.refused");
    assertThat(health(id).imap().isOk()).isTrue();
  }

  @Test
  void a_bad_account_does_not_stop_the_others() throws IOException {
    long lost = instance.connect("A lost key", smtp, imap);
    long good = instance.connect("Good", smtp, imap);
    breakPassword(lost);

    JobRunnerResponse response = run(Duration.ofMinutes(1));

    assertThat(response.getRunOutcome()).isEqualTo(RunOutcome.SUCCESS);
    assertThat(health(lost).smtp().reason().key()).isEqualTo("drumbeat.secrets.tampered");
    assertThat(health(good).isGood()).isTrue();
  }

  @Test
  void a_paused_account_is_left_alone() {
    long id = instance.connect("Sales", smtp, imap);
    instance.accounts.pause(anAdministrator(), id);

    run(Duration.ofMinutes(1));

    assertThat(health(id)).isEqualTo(AccountHealth.UNKNOWN);
  }

  @Test
  void a_run_without_time_left_checks_nothing_and_says_so() {
    long id = instance.connect("Sales", smtp, imap);

    JobRunnerResponse response = run(Duration.ZERO);

    assertThat(response.getMessage()).contains("0 mail accounts checked", "next time");
    assertThat(health(id)).isEqualTo(AccountHealth.UNKNOWN);
  }

  private JobRunnerResponse run(Duration budget) {
    return new HealthJob(instance.store, instance.probe, instance.clock, budget)
        .runJob(mock(JobRunnerRequest.class));
  }

  private AccountHealth health(long id) {
    return instance.accounts.get(anAdministrator(), id).health();
  }

  private void breakPassword(long id) {
    MailAccount read = instance.accounts.get(anAdministrator(), id);
    SealedPassword broken = new SealedPassword("nonsense");
    instance.store.replace(
        read, read.settings(), new StoredPasswords(broken, broken), Instance.START);
  }
}
