package dev.drumbeat.mail;

import static dev.drumbeat.mail.TestServers.HOST;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted as Gmail and Microsoft 365 want it, with a certificate that is trusted and fits. */
class SecureConnectionTest {

  private final TestServers servers = TestServers.inTheClear();

  @TempDir private Path home;
  private OwnCertificate certificate;
  private Instance instance;

  @BeforeEach
  void start() throws Exception {
    certificate = OwnCertificate.in(home);
    instance = new Instance(home, certificate.client());
  }

  @AfterEach
  void stop() {
    instance.close();
    servers.close();
  }

  @Test
  void an_account_sends_and_reads_encrypted_from_the_first_byte_on() throws Exception {
    try (SecureFront smtp = SecureFront.tls(certificate.server(), smtpPort());
        SecureFront imap = SecureFront.tls(certificate.server(), imapPort())) {
      List<String> outcome = test(smtp, imap, Security.TLS);

      assertThat(outcome).containsOnly("OK").hasSize(Stage.values().length);
      assertThat(smtp.protocols()).isNotEmpty().containsOnly("TLSv1.3");
      assertThat(imap.protocols()).isNotEmpty().containsOnly("TLSv1.3");
      assertThat(servers.greenMail().getReceivedMessages()).hasSize(1);
    }
  }

  @Test
  void an_account_sends_and_reads_after_starttls_and_says_nothing_in_the_clear() throws Exception {
    try (SecureFront smtp = SecureFront.smtpWithStartTls(certificate.server(), smtpPort());
        SecureFront imap = SecureFront.imapWithStartTls(certificate.server(), imapPort())) {
      List<String> outcome = test(smtp, imap, Security.STARTTLS);

      assertThat(outcome).containsOnly("OK").hasSize(Stage.values().length);
      assertThat(smtp.heardInTheClear()).allMatch(line -> line.matches("EHLO .*|STARTTLS|QUIT"));
      assertThat(imap.heardInTheClear())
          .allMatch(line -> line.matches("\\w+ (CAPABILITY|STARTTLS|NOOP|LOGOUT)"));
      assertThat(servers.greenMail().getReceivedMessages()).hasSize(1);
    }
  }

  private List<String> test(SecureFront smtp, SecureFront imap, Security security) {
    long id =
        instance.connect(
            "Sales",
            new MailServer(HOST, smtp.port(), security, "sales"),
            new MailServer(HOST, imap.port(), security, "sales"));
    TestMessage message =
        TestMessage.from(AccountFixture.address("sales@example.org"), "Subject", "Text");
    return instance.test.run(anAdministrator(), id, message).stream()
        .map(r -> r.reason() == null ? r.result().name() : r.stage() + " " + r.reason().key())
        .toList();
  }

  private int smtpPort() {
    return servers.smtp(HOST, Security.NONE).port();
  }

  private int imapPort() {
    return servers.imap(HOST, Security.NONE).port();
  }
}
