package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code jira.js} of npm, unmodified, sees of the host in one session. */
class JiraJsSessionIT {

  private static JsonNode seen;

  @BeforeAll
  static void hold_the_session() throws Exception {
    Map<String, String> environment =
        Map.of(
            "JIRA_URL", AnsweredLead.house().host.url(),
            "JIRA_TOKEN", AnsweredLead.token(),
            "ANSWERED_BY", AnsweredLead.ADDRESS);
    seen = NodeSession.of("jira.js.mjs", environment);
  }

  private static String at(String path) {
    return seen.at(path).asText();
  }

  private static List<String> keys(String path) {
    return seen.at(path).findValuesAsText("key").stream().filter(k -> k.contains("-")).toList();
  }

  @Test
  void it_learns_who_it_is_where_and_what_a_new_issue_needs() {
    assertThat(at("/myself/displayName")).isEqualTo("Lena Leader");
    assertThat(seen.at("/server/versionNumbers/0").asInt()).isEqualTo(11);
    assertThat(at("/project/key")).isEqualTo("SALES");
    assertThat(seen.at("/project/issueTypes").findValuesAsText("name")).contains("Task");
    assertThat(seen.at("/required")).hasSize(3);
  }

  @Test
  void it_creates_an_issue_edits_and_reads_it() {
    assertThat(at("/issue/key")).isEqualTo(at("/created/0/key"));
    assertThat(at("/issue/self")).isEqualTo(at("/created/0/self"));
    assertThat(at("/issue/fields/description")).isEqualTo("Called twice");
    assertThat(at("/issue/fields/assignee/name")).isEqualTo("sam");
    assertThat(at("/issue/fields/reporter/name")).isEqualTo("lena");
    assertThat(at("/issue/fields/project/name")).isEqualTo("Sales");
    assertThat(seen.at("/issue/fields").has("comment")).isFalse();
    assertThat(seen.at("/issue/fields/resolution").isNull()).isTrue();
    assertThat(at("/issue/names/issuetype")).isEqualTo("Issue Type");
  }

  @Test
  void it_is_told_what_is_wrong() {
    assertThat(seen.at("/wrong/status").asInt()).isEqualTo(400);
    assertThat(at("/wrong/data/errors/priority")).isEqualTo("The priority selected is invalid.");
    assertThat(seen.at("/invisible/status").asInt()).isEqualTo(404);
    assertThat(seen.at("/wrongJql/status").asInt()).isEqualTo(400);
    assertThat(at("/wrongJql/data/errorMessages/0")).isEqualTo("Field 'nobody' does not exist.");
    assertThat(seen.at("/wrongToken/status").asInt()).isEqualTo(401);
  }

  @Test
  void it_searches_with_the_query_in_the_address_and_in_the_body() {
    List<String> created = keys("/created");
    assertThat(keys("/got/issues")).isEqualTo(created.subList(0, 2));
    assertThat(keys("/next/issues")).isEqualTo(created.subList(2, 3));
    assertThat(seen.at("/got/total").asInt()).isEqualTo(3);
    assertThat(seen.at("/got/issues/0/fields").properties()).hasSize(2);
    assertThat(at("/got/issues/0/fields/customfield_10000")).isEqualTo("lead1@jirajs.test");
    assertThat(at("/posted/issues/0/fields/labels/0")).isEqualTo("jira.js");
    assertThat(seen.at("/posted/issues")).hasSize(1);
  }

  @Test
  void it_keeps_filters_and_searches_by_them() {
    assertThat(at("/filter/name")).isEqualTo("Of jira.js");
    assertThat(at("/filter/owner/name")).isEqualTo("lena");
    assertThat(StreamSupport.stream(seen.at("/favourites").spliterator(), false))
        .extracting(JsonNode::asText)
        .contains("Of jira.js");
    assertThat(seen.at("/byFilter").asInt()).isEqualTo(3);
    assertThat(at("/updated/name")).isEqualTo("Hot ones of jira.js");
    assertThat(at("/updated/jql")).isEqualTo("labels = hot");
    assertThat(seen.at("/noFilter/status").asInt()).isEqualTo(400);
  }

  @Test
  void it_writes_comments_and_reads_them_and_what_the_app_wrote() {
    assertThat(at("/comment/body")).isEqualTo("Looks good");
    assertThat(at("/comment/self")).contains("/comment/" + at("/added/id"));
    assertThat(seen.at("/comments/startAt").asInt()).isEqualTo(1);
    assertThat(seen.at("/comments/comments").findValuesAsText("body")).containsExactly("Really");
    assertThat(seen.at("/answered")).hasSize(1);
    assertThat(at("/answered/0")).contains(AnsweredLead.WORDS);
  }

  @Test
  void it_moves_an_issue_through_the_workflow_and_deletes_another() {
    assertThat(at("/status/name")).isEqualTo("In Progress");
    assertThat(seen.at("/deleted/status").asInt()).isEqualTo(404);
  }
}
