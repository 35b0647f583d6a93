package dev.drumbeat.reply;

import static dev.drumbeat.reply.ReplyHost.SALES;
import static dev.drumbeat.reply.ReplyHost.idOf;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.reply.classification.RealMail;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox full of what other people really got. */
class RealMailTest {

  private static final String ANN = "ann@buyer.example";

  @TempDir private Path home;
  private ReplyHost host;

  @BeforeEach
  void open() {
    host = new ReplyHost(home);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void nothing_that_lies_in_a_mailbox_keeps_an_answer_from_being_read() {
    Enrollment run = host.enrolled(ANN);
    long real = RealMail.every(4).stream().filter(this::isTaken).count();
    host.arrives(aMail().from(ANN).answering(idOf(host.sent(run))));

    host.parts.reading().read(host.accountNow(), Duration.ofMinutes(10));

    assertThat(real).isGreaterThan(100);
    assertThat(host.mailbox().failure()).isNull();
    assertThat(host.mailbox().counts()).isEqualTo(new Mailbox.Counts(1, real, 0, null));
    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.REPLIED);
  }

  /** The mail lab does not store each of them: some have fields that it wants once twice. */
  private boolean isTaken(byte[] mail) {
    try {
      host.lab.deliver(SALES, mail);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
