package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.values;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest.Answer;
import dev.drumbeat.host.issue.HostComment;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.reply.incoming.MailFixture;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the filter to the answer on the issue, with the built jar and real mail servers. */
@Tag("journey")
class RepliesIT {

  private static final String SALES = "sales@drumbeat.example";

  private static Outreach outreach;
  private static Host host;

  @BeforeAll
  static void start() {
    outreach = Outreach.ofItsOwn();
    host = outreach.host;
    Answer on = outreach.admin.put(BASE + "settings", "{\"sendingEnabled\":true}");
    assertThat(on.status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void an_answer_stops_the_follow_up_and_stands_on_the_issue() throws MessagingException {
    JsonNode run = launched("SALES-1");
    String lead = run.path("email").asText();
    run("drumbeat.sending");
    MimeMessage first = host.lab().messages(lead).get(0);

    arrives(answer(lead, first).saying("Thursday works for me."));

    JsonNode ended = enrollment(run);
    assertThat(ended.path("state").asText()).isEqualTo("finished");
    assertThat(ended.path("reason").asText()).isEqualTo("replied");
    assertThat(comments("SALES-1")).anyMatch(text -> text.contains("Thursday works for me."));
    outreach.advance("PT96H");
    run("drumbeat.sending");
    assertThat(host.lab().messages(lead)).hasSize(1);
  }

  @Test
  void an_answer_is_shown_to_the_owner_of_the_campaign() throws MessagingException {
    JsonNode run = launched("SALES-2");
    String lead = run.path("email").asText();
    run("drumbeat.sending");
    arrives(answer(lead, host.lab().messages(lead).get(0)).saying("Tell me more."));

    String replies = BASE + "replies?state=open&class=human&campaignId=" + campaign(run);
    JsonNode line = outreach.sam.get(replies).body().path("values").path(0);

    assertThat(line.path("from").asText()).isEqualTo(lead);
    assertThat(line.path("newText").asText()).isEqualTo("Tell me more.");
    assertThat(line.path("match").path("confidence").asText()).isEqualTo("certain");
    assertThat(line.path("match").path("issueKey").asText()).isEqualTo("SALES-2");
    String self = BASE + "replies/" + line.path("id").asLong();
    assertThat(outreach.lena.get(self).status()).isEqualTo(404);
    assertThat(outreach.sam.post(self + "/close", "").body().path("state").asText())
        .isEqualTo("closed");
    assertThat(values(outreach.sam.get(replies).body(), "id")).isEmpty();
  }

  @Test
  void a_follow_up_goes_to_who_did_not_answer_and_the_mailbox_is_looked_into_first()
      throws MessagingException {
    JsonNode silent = launched("SALES-3");
    JsonNode answering = launched("SALES-4");
    String lead = answering.path("email").asText();
    run("drumbeat.sending");
    MimeMessage first = host.lab().messages(lead).get(0);
    outreach.advance("PT96H");
    host.lab().deliver(SALES, answer(lead, first).bytes());

    run("drumbeat.sending");

    assertThat(host.lab().messages(silent.path("email").asText())).hasSize(2);
    assertThat(host.lab().messages(lead)).hasSize(1);
    assertThat(enrollment(answering).path("reason").asText()).isEqualTo("replied");
  }

  @Test
  void a_wrong_class_is_refused_by_name() {
    Answer answer = outreach.sam.get(BASE + "replies?class=nonsense&campaignId=x");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error("class")).contains("outOfOffice");
    assertThat(answer.error("campaignId")).isNotEmpty();
  }

  private static MailFixture answer(String lead, MimeMessage to) throws MessagingException {
    return aMail()
        .from(lead)
        .with("Message-ID", "<answer-of-" + lead + ">")
        .with("In-Reply-To", to.getMessageID());
  }

  private static void arrives(MailFixture mail) {
    host.lab().deliver(SALES, mail.bytes());
    run("drumbeat.mailboxes");
  }

  private static void run(String job) {
    Answer run = outreach.admin.post("/rest/host/1/jobs/" + job + "/run", "");
    assertThat(run.body().path("outcome").asText()).isEqualTo("SUCCESS");
  }

  /** The run of the lead of an issue in a campaign of its own. */
  private static JsonNode launched(String issueKey) {
    String path = outreach.draft(outreach.oneLead(issueKey));
    outreach.launched(path);
    return outreach.sam.get(path + "/enrollments").body().path("values").path(0);
  }

  private static JsonNode enrollment(JsonNode run) {
    return outreach.sam.get(BASE + "enrollments/" + run.path("id").asLong()).body();
  }

  private static long campaign(JsonNode run) {
    return run.path("campaignId").asLong();
  }

  private static List<String> comments(String issueKey) {
    HostIssue issue = host.tracker().issues().getIssueByCurrentKey(issueKey);
    return host.tracker().comments().visible(host.users().getUserByName("sam"), issue).stream()
        .map(HostComment::getBody)
        .toList();
  }
}
