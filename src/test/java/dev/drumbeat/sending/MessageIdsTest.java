package dev.drumbeat.sending;

import static dev.drumbeat.sending.LetterFixture.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.Secrets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageIdsTest {

  private static final MailAddress SALES = address("sales@example.org");

  @TempDir private Path home;
  @TempDir private Path elsewhere;
  private SendingHost host;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private MessageIds ids(Path keyHome) {
    return new MessageIds(new Secrets(keyHome, Set::of), host.identity);
  }

  @Test
  void a_send_has_the_same_id_every_time() {
    assertThat(ids(home).of("e1.r1.s2", SALES))
        .isEqualTo(ids(home).of("e1.r1.s2", SALES))
        .matches("<db\\.e1\\.r1\\.s2\\.[0-9a-f]{8}\\.[0-9a-f]{20}@example\\.org>");
  }

  @Test
  void nobody_can_work_out_the_id_of_another_send() {
    String mine = ids(home).of("e1.r1.s2", SALES);

    assertThat(ids(home).of("e2.r1.s2", SALES)).isNotEqualTo(mine.replace(".e1.", ".e2."));
  }

  @Test
  void nobody_can_work_out_an_id_without_the_key() {
    assertThat(ids(elsewhere).of("e1.r1.s2", SALES)).isNotEqualTo(ids(home).of("e1.r1.s2", SALES));
  }

  @Test
  void a_test_has_an_id_of_its_own() {
    assertThat(MessageIds.ofTest(SALES))
        .startsWith("<db.test.")
        .isNotEqualTo(MessageIds.ofTest(SALES));
  }
}
