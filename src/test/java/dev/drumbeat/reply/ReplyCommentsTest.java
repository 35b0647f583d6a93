package dev.drumbeat.reply;

import static dev.drumbeat.reply.ReplyHost.idOf;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.issue.IssueEvent;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Table;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.host.issue.HostComment;
import dev.drumbeat.reply.incoming.MailFixture;
import dev.drumbeat.sending.Send;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyCommentsTest {

  private static final String ANN = "ann@buyer.example";

  @TempDir private Path home;
  private ReplyHost host;
  private Enrollment run;
  private Send send;

  @BeforeEach
  void open() {
    host = new ReplyHost(home);
    run = host.enrolled(ANN);
    send = host.sent(run);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private void arrives(MailFixture mail) {
    host.arrives(mail);
    host.runJob();
  }

  private MailFixture answer() {
    return aMail().from(ANN).answering(idOf(send));
  }

  @Test
  void an_answer_stands_on_the_issue_in_the_words_of_the_lead() {
    arrives(answer().subject("Re: Hello").saying("Thursday works.\n\n> How are you?"));

    HostComment comment = host.comments(run).get(0);
    assertThat(comment.author()).isEqualTo(host.issues.sam);
    assertThat(comment.getBody())
        .endsWith("{noformat}\nann@buyer.example\nRe: Hello\n\nThursday works.\n{noformat}");
    assertThat(host.theReply().commentId()).isEqualTo(comment.getId());
    assertThat(host.theReply().stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void an_answer_of_somebody_else_is_never_called_the_lead_s() {
    arrives(answer().from("eve@home.example"));

    assertThat(host.comments(run).get(0).getBody())
        .contains("{noformat}\ndrumbeat.comment.other-sender [eve@home.example, " + ANN + "]\n");
  }

  @Test
  void an_answer_of_nobody_is_never_called_the_lead_s() {
    arrives(answer().without("From"));

    assertThat(host.comments(run).get(0).getBody())
        .contains("{noformat}\ndrumbeat.comment.no-sender []\n")
        .doesNotContain(ANN);
  }

  @Test
  void nobody_is_notified_of_it() {
    List<IssueEvent> told = new ArrayList<>();
    host.issues.tracker.events().register(new Ear(told));

    arrives(answer());

    assertThat(host.comments(run)).hasSize(1);
    assertThat(told).isEmpty();
  }

  @Test
  void what_the_lead_wrote_is_no_markup() {
    arrives(answer().saying("x {noformat} [~admin] {NOFORMAT} !http://evil.example/x.png!"));

    assertThat(host.comments(run).get(0).getBody())
        .contains("x { noformat} [ ~admin] { NOFORMAT} !http");
  }

  @Test
  void a_machine_is_not_quoted_on_the_issue() {
    arrives(answer().with("Auto-Submitted", "auto-replied").saying("Received."));

    assertThat(host.comments(run)).isEmpty();
    assertThat(host.theReply().stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void somebody_else_writes_what_the_owner_may_not() {
    host.settings.put(
        anAdministrator(), new CommentRules(true, host.issues.lena.key(), null, null));
    host.issues.users.deactivate(host.issues.sam);

    arrives(answer());

    assertThat(host.issues.tracker.comments().visible(host.issues.lena, host.issue(run)))
        .extracting(HostComment::author)
        .containsExactly(host.issues.lena);
  }

  @Test
  void an_answer_that_nobody_may_write_is_told_in_the_history() {
    host.issues.users.deactivate(host.issues.sam);

    arrives(answer());

    assertThat(host.events(run))
        .containsExactly(EventType.REPLIED, EventType.FINISHED, EventType.NOT_COMMENTED);
    assertThat(host.theReply().stage()).isEqualTo(Stage.DONE);
    assertThat(host.theReply().commentId()).isNull();
  }

  @Test
  void only_the_group_that_is_set_may_read_it() {
    host.settings.put(anAdministrator(), new CommentRules(true, null, "sellers", null));

    arrives(answer());

    assertThat(host.comments(run)).extracting(HostComment::groupLevel).containsExactly("sellers");
  }

  @Test
  void no_comment_is_written_where_that_is_switched_off() {
    host.settings.put(anAdministrator(), new CommentRules(false, null, null, null));

    arrives(answer());

    assertThat(host.comments(run)).isEmpty();
    assertThat(host.theReply().stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void a_comment_that_was_written_before_a_crash_is_not_written_again() {
    arrives(answer());
    Long written = host.theReply().commentId();
    forgetComment();

    host.runJob();

    assertThat(host.comments(run)).hasSize(1);
    assertThat(host.theReply().commentId()).isEqualTo(written);
  }

  @Test
  void a_comment_that_a_crash_prevented_is_written_by_the_next_run() {
    host.settings.put(anAdministrator(), new CommentRules(false, null, null, null));
    arrives(answer());
    host.settings.put(anAdministrator(), CommentRules.USUAL);
    forgetComment();

    host.runJob();

    assertThat(host.comments(run)).hasSize(1);
    assertThat(host.theReply().stage()).isEqualTo(Stage.DONE);
  }

  /** The table says what it said between the intent and the note that it was carried out. */
  private void forgetComment() {
    Columns before = Columns.of("STAGE", Stage.COMMENTING.name()).and("COMMENT_ID", null);
    Columns reply = Columns.of("ID", host.theReply().id());
    host.sql.write(c -> Table.of(ReplyRow.TABLE).update(c, before, reply));
  }

  /** Hears what the host tells its listeners, which is what it sends notifications for. */
  public record Ear(List<IssueEvent> heard) {

    @EventListener
    public void on(IssueEvent event) {
      heard.add(event);
    }
  }
}
