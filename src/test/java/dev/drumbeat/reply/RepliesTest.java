package dev.drumbeat.reply;

import static dev.drumbeat.reply.ReplyHost.idOf;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Right;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class RepliesTest {

  private static final String ANN = "ann@buyer.example";

  @TempDir private Path home;
  private ReplyHost host;
  private Replies replies;
  private Enrollment run;

  @BeforeEach
  void open() {
    host = new ReplyHost(home);
    replies = host.parts.replies();
    run = host.enrolled(ANN);
    host.arrives(aMail().from(ANN).answering(idOf(host.sent(run))));
    host.runJob();
  }

  @AfterEach
  void close() {
    host.close();
  }

  private Actor lena() {
    EnumSet<Right> uses = EnumSet.of(Right.USE_CAMPAIGNS);
    return new Actor(host.issues.lena.key(), "Lena", uses, Locale.ENGLISH, ZoneOffset.UTC);
  }

  @Test
  void the_owner_of_the_campaign_and_administrators_see_a_message() {
    assertThat(replies.page(host.sam(), ReplyFilter.ALL, 0, 10)).hasSize(1);
    assertThat(replies.count(anAdministrator(), ReplyFilter.ALL)).isEqualTo(1);
    assertThat(replies.get(host.sam(), host.theReply().id())).isEqualTo(host.theReply());
  }

  @Test
  void to_everybody_else_it_is_not_there() {
    assertThat(replies.page(lena(), ReplyFilter.ALL, 0, 10)).isEmpty();
    assertThat(replies.count(lena(), ReplyFilter.ALL)).isZero();
    assertThatThrownBy(() -> replies.get(lena(), host.theReply().id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void messages_are_found_by_state_class_campaign_and_run() {
    ReplyFilter fits =
        new ReplyFilter(ReplyState.OPEN, ReplyKind.HUMAN, run.campaignId(), run.id(), null, null);
    ReplyFilter closed = new ReplyFilter(ReplyState.CLOSED, null, null, null, null, null);

    assertThat(replies.count(host.sam(), fits)).isEqualTo(1);
    assertThat(replies.count(host.sam(), closed)).isZero();
  }

  @Test
  void somebody_who_dealt_with_it_closes_it() {
    long id = host.theReply().id();

    Reply closed = replies.close(host.sam(), id);

    assertThat(closed.state()).isEqualTo(ReplyState.CLOSED);
    assertThat(closed.version()).isEqualTo(2);
    assertThat(replies.close(host.sam(), id).version()).isEqualTo(2);
    assertThat(replies.open(host.sam(), id).state()).isEqualTo(ReplyState.OPEN);
  }
}
