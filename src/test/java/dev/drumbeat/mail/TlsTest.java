package dev.drumbeat.mail;

import static dev.drumbeat.mail.TestServers.HOST;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with a certificate that nobody signed and that names no host. */
class TlsTest {

  private final TestServers servers = TestServers.withTls();

  @TempDir private Path home;

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  void a_certificate_that_nobody_trusts_fails_the_stage_and_nothing_is_sent() {
    List<StageResult> results = test((SSLSocketFactory) SSLSocketFactory.getDefault());

    assertThat(reasonOfTls(results)).isEqualTo("drumbeat.fault.certificate-untrusted");
    assertThat(results)
        .filteredOn(r -> r.stage().compareTo(Stage.TLS) > 0)
        .extracting(StageResult::result)
        .containsOnly(StageResult.Result.SKIPPED);
    assertThat(servers.greenMail().getReceivedMessages()).isEmpty();
  }

  @Test
  void a_trusted_certificate_of_another_host_fails_the_stage() throws Exception {
    assertThat(reasonOfTls(test(trustingTheServer()))).isEqualTo("drumbeat.fault.certificate-name");
    assertThat(servers.greenMail().getReceivedMessages()).isEmpty();
  }

  @Test
  void the_mailbox_is_held_to_the_same() {
    try (Instance instance = new Instance(home)) {
      long id = connect(instance);

      AccountHealth.ServerState imap =
          instance.probe.imap(instance.accounts.get(anAdministrator(), id));

      assertThat(imap.reason().key()).isEqualTo("drumbeat.fault.certificate-untrusted");
    }
  }

  private List<StageResult> test(SSLSocketFactory trust) {
    try (Instance instance = new Instance(home, trust)) {
      return instance.test.run(
          anAdministrator(),
          connect(instance),
          TestMessage.from(AccountFixture.address("sales@example.org"), "Subject", "Text"));
    }
  }

  private long connect(Instance instance) {
    return instance.connect(
        "Sales", servers.smtp(HOST, Security.TLS), servers.imap(HOST, Security.TLS));
  }

  private static String reasonOfTls(List<StageResult> results) {
    return results.get(Stage.TLS.ordinal()).reason().key();
  }

  private static SSLSocketFactory trustingTheServer() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = TlsTest.class.getResourceAsStream("/greenmail.p12")) {
      store.load(file, "changeit".toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate(store.aliases().nextElement()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
