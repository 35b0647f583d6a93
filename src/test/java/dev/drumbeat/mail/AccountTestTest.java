package dev.drumbeat.mail;

import static dev.drumbeat.mail.TestServers.HOST;
import static dev.drumbeat.request.ActorFixture.aVisitor;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.NotFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTestTest {

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
  void an_account_in_order_sends_itself_a_message_and_reads_it_back() throws Exception {
    long id = instance.connect("Sales", smtp, imap);

    assertThat(outcome(id))
        .containsExactly(
            "dns ok",
            "connect ok",
            "tls skipped drumbeat.skipped.no-tls",
            "login ok",
            "sendToSelf ok",
            "imapLogin ok",
            "receive ok");

    var received = servers.greenMail().getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getMessageID()).matches("<[0-9a-f-]{36}@example\\.org>");
    assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received[0].getSubject()).isEqualTo("Grüße");
  }

  @Test
  void what_the_test_finds_is_the_health_of_the_account() {
    long id = instance.connect("Sales", smtp, imap);

    outcome(id);

    assertThat(instance.accounts.get(anAdministrator(), id).health())
        .isEqualTo(new AccountHealth(Instance.START, ServerState.OK, ServerState.OK, 0));
  }

  @Test
  void a_server_without_log_in_skips_that_stage() {
    MailServer open = new MailServer(HOST, smtp.port(), Security.NONE, null);
    long id = instance.connect("Sales", open, imap);

    assertThat(outcome(id)).contains("login skipped drumbeat.skipped.no-user", "receive ok");
  }

  @Test
  void an_unknown_host_fails_the_first_stage_and_skips_the_others() {
    long id = instance.connect("Sales", at("nosuch.invalid", 25), imap);

    assertThat(outcome(id))
        .startsWith("dns failed drumbeat.fault.unknown-host nosuch.invalid")
        .filteredOn(line -> line.endsWith("skipped drumbeat.skipped.earlier"))
        .hasSize(6);
    assertThat(servers.greenMail().getReceivedMessages()).isEmpty();
  }

  @Test
  void a_closed_port_fails_to_connect() throws IOException {
    MailServer nobody = TestServers.nobody();
    long id = instance.connect("Sales", nobody, imap);

    assertThat(outcome(id))
        .startsWith("dns ok", "connect failed drumbeat.fault.refused 127.0.0.1 " + nobody.port());
  }

  @Test
  void a_server_without_starttls_is_not_used_in_the_clear() {
    long id = instance.connect("Sales", servers.smtp(HOST, Security.STARTTLS), imap);

    assertThat(outcome(id))
        .contains("tls failed drumbeat.fault.no-starttls 127.0.0.1 " + smtp.port());
  }

  @Test
  void a_port_that_speaks_no_tls_says_so() {
    long id = instance.connect("Sales", servers.smtp(HOST, Security.TLS), imap);

    assertThat(outcome(id)).contains("tls failed drumbeat.fault.no-tls 127.0.0.1 " + smtp.port());
  }

  @Test
  void a_wrong_password_fails_the_log_in_and_is_not_repeated() {
    long id = instance.connect("Sales", smtp, imap, "wr0ng-password");

    assertThat(outcome(id))
        .anyMatch(line -> line.startsWith("login failed drumbeat.fault.login sales"))
        .noneMatch(line -> line.contains("wr0ng-password"));
    assertThat(instance.accounts.get(anAdministrator(), id).health().smtp().hasFailed()).isTrue();
  }

  @Test
  void a_wrong_mailbox_is_found_after_sending() throws IOException {
    long id = instance.connect("Sales", smtp, TestServers.nobody());

    assertThat(outcome(id))
        .contains("sendToSelf ok", "receive skipped drumbeat.skipped.earlier")
        .anyMatch(line -> line.startsWith("imapLogin failed drumbeat.fault.refused"));
  }

  @Test
  void stages_run_alone_for_a_page_that_shows_them_live() {
    long id = instance.connect("Sales", smtp, imap);
    TestMessage message = message();

    StageResult sent = instance.test.run(anAdministrator(), id, Stage.SEND, message);
    StageResult received = instance.test.run(anAdministrator(), id, Stage.RECEIVE, message);

    assertThat(List.of(sent, received)).noneMatch(StageResult::hasFailed);
  }

  @Test
  void only_an_administrator_tests_and_only_what_is_there() {
    long id = instance.connect("Sales", smtp, imap);

    assertThatThrownBy(() -> instance.test.run(aVisitor(), id, message()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> instance.test.run(anAdministrator(), id + 1, message()))
        .isInstanceOf(NotFound.class);
  }

  private List<String> outcome(long id) {
    return instance.test.run(anAdministrator(), id, message()).stream()
        .map(AccountTestTest::line)
        .toList();
  }

  private static String line(StageResult result) {
    String outcome = result.stage().word() + " " + result.result().name().toLowerCase();
    return result.reason() == null
        ? outcome
        : Stream.concat(
                Stream.of(outcome, result.reason().key()),
                result.reason().arguments().stream().map(Object::toString))
            .reduce((a, b) -> a + " " + b)
            .orElseThrow();
  }

  private static TestMessage message() {
    return TestMessage.from(AccountFixture.address("sales@example.org"), "Grüße", "Text");
  }

  private static MailServer at(String host, int port) {
    return new MailServer(host, port, Security.NONE, "sales");
  }
}
