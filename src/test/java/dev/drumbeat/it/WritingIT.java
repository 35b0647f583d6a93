package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest.Answer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an editor of sequences asks over REST while somebody writes, on the running host. */
class WritingIT {

  private static final String SEQUENCES = Outreach.BASE + "sequences";

  private static Outreach outreach;
  private static String sequence;

  @BeforeAll
  static void open() {
    outreach = Outreach.ofItsOwn();
    sequence = SEQUENCES + "/" + outreach.sequence;
    outreach.admin.put(Outreach.BASE + "settings", "{\"sendingEnabled\":true}");
  }

  @Test
  void a_mail_is_shown_before_it_is_stored() {
    Answer shown =
        outreach.sam.post(
            SEQUENCES + "/preview",
            """
            {"issueKey":"SALES-1","addressField":"customfield_10000","campaignName":"Spring",
             "step":{"subject":"For ${issue.company}","html":"<p>${campaign.name}</p>"}}""");

    assertThat(shown.status()).as(shown.body().toString()).isEqualTo(200);
    assertThat(shown.body().path("subject").asText()).isEqualTo("For Hartmann Optik");
    assertThat(shown.body().path("html").asText()).isEqualTo("<p>Spring</p>");
    assertThat(shown.body().has("stepId")).isFalse();
  }

  @Test
  void a_follow_up_that_is_being_written_answers_the_subject_before_it() {
    String body =
        """
        {"issueKey":"SALES-1","threadSubject":"On ${issue.key}","step":{"text":"Well?"}}""";

    assertThat(outreach.sam.post(SEQUENCES + "/preview", body).body().path("subject").asText())
        .isEqualTo("Re: On SALES-1");
    assertThat(
            outreach
                .sam
                .post(
                    sequence + "/preview",
                    body.replace("\"threadSubject\":\"On ${issue.key}\",", ""))
                .body()
                .path("subject")
                .asText())
        .isEqualTo("Re: Hello");
  }

  @Test
  void what_could_not_be_stored_is_named_with_line_and_column() {
    Answer refused =
        outreach.sam.post(
            sequence + "/preview",
            "{\"issueKey\":\"SALES-1\",\"step\":{\"subject\":\"x\",\"html\":\"a\\n${lead.nam}\"}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error("step.html")).contains("Line 2, column 1");
    assertThat(
            outreach.sam.post(SEQUENCES + "/preview", "{\"email\":\"a@b.example\"}").error("step"))
        .isNotEmpty();
  }

  @Test
  void a_test_goes_to_oneself_once_and_is_what_is_being_written()
      throws MessagingException, IOException {
    String mark = UUID.randomUUID().toString();
    String body =
        "{\"issueKey\":\"SALES-1\",\"step\":{\"subject\":\"%s\",\"text\":\"On ${issue.key}\"}}"
            .formatted(mark);

    Answer first = test(SEQUENCES, mark, body);
    Answer again = test(SEQUENCES, mark, body);

    assertThat(first.body().path("result").asText()).as(first.body().toString()).isEqualTo("sent");
    assertThat(first.body().path("email").asText()).isEqualTo("sam@example.com");
    assertThat(again.body()).isEqualTo(first.body());
    List<String> received = new ArrayList<>();
    for (MimeMessage message : outreach.host.lab().messages("sam@example.com")) {
      received.add(message.getSubject() + ": " + message.getContent());
    }
    assertThat(received)
        .filteredOn(message -> message.startsWith(mark))
        .singleElement()
        .asString()
        .contains("On SALES-1");
  }

  @Test
  void a_stored_step_is_tested_from_the_account_that_is_named() {
    String body = "{\"mailAccountId\":%d}".formatted(outreach.account);

    Answer tested = test(sequence, UUID.randomUUID().toString(), body);

    assertThat(tested.body().path("mailAccountId").asLong()).isEqualTo(outreach.account);
    assertThat(tested.body().path("result").asText()).isEqualTo("sent");
    assertThat(test(sequence, UUID.randomUUID().toString(), "{\"mailAccountId\":987654}").status())
        .isEqualTo(400);
  }

  @Test
  void only_who_may_launch_tests_with_others() {
    String toOther = "{\"email\":\"somebody@elsewhere.example\"}";

    assertThat(outreach.bob.post(sequence + "/test", toOther).status()).isEqualTo(403);
    assertThat(outreach.bob.post(sequence + "/test", "").body().path("result").asText())
        .isEqualTo("sent");
  }

  @Test
  void the_values_that_a_mail_may_use_are_listed_with_what_they_are() {
    JsonNode page = outreach.sam.get(SEQUENCES + "/variables?maxResults=200").body();

    assertThat(Outreach.values(page, "name"))
        .contains("lead.firstName", "issue.company", "vars.name")
        .doesNotContain("issue.customfield_10000");
    assertThat(StreamSupport.stream(page.path("values").spliterator(), false))
        .allMatch(value -> !value.path("description").asText().startsWith("drumbeat."));
  }

  @Test
  void who_says_a_sequence_is_told() {
    long said = outreach.sequence(null);
    String campaign =
        outreach
            .oneLead("SALES-1")
            .replace("\"sequenceId\":" + outreach.sequence, "\"sequenceId\":" + said);
    outreach.draft(campaign);

    JsonNode own = outreach.sam.get(SEQUENCES + "/" + said + "/use").body();
    JsonNode other = outreach.lena.get(SEQUENCES + "/" + said + "/use").body();

    assertThat(own.path("campaigns").asInt()).isEqualTo(1);
    assertThat(own.path("visible").path(0).path("name").asText()).isEqualTo("Spring");
    assertThat(own.path("leads").asInt()).isZero();
    assertThat(other.path("campaigns").asInt()).isEqualTo(1);
    assertThat(other.path("visible")).isEmpty();
  }

  @Test
  void a_list_may_be_narrowed_by_name_and_to_what_is_mine() {
    String mark = UUID.randomUUID().toString();
    outreach.sam.post(SEQUENCES, "{\"name\":\"100%% Sure_%s\"}".formatted(mark));

    assertThat(outreach.sam.get(SEQUENCES + "?name=sure_" + mark).body().path("total").asInt())
        .isEqualTo(1);
    assertThat(outreach.sam.get(SEQUENCES + "?name=sure%25" + mark).body().path("total").asInt())
        .isZero();
    assertThat(
            outreach.lena.get(SEQUENCES + "?mine=true&name=" + mark).body().path("total").asInt())
        .isZero();
  }

  private Answer test(String place, String key, String body) {
    return outreach.sam.send(place + "/test", Requests.repeatable(key, body));
  }
}
