package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code jira-client} of npm, unmodified, sees of the host in one session. */
class JiraClientSessionIT {

  private static JsonNode seen;

  @BeforeAll
  static void hold_the_session() throws Exception {
    Map<String, String> environment =
        Map.of(
            "JIRA_URL", AnsweredLead.house().host.url(),
            "JIRA_TOKEN", AnsweredLead.token(),
            "ANSWERED_BY", AnsweredLead.ADDRESS);
    seen = NodeSession.of("jira-client.mjs", environment);
  }

  private static String at(String path) {
    return seen.at(path).asText();
  }

  private static List<String> texts(String path) {
    return StreamSupport.stream(seen.at(path).spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void it_learns_who_it_is_and_where() {
    assertThat(at("/myself/name")).isEqualTo("lena");
    assertThat(at("/myself/emailAddress")).isEqualTo("lena@example.com");
    assertThat(seen.at("/myself/active").asBoolean()).isTrue();
    assertThat(at("/myself/avatarUrls/48x48")).startsWith("http://localhost");
    assertThat(at("/server/version")).isEqualTo("11.0.0");
    assertThat(at("/server/deploymentType")).isEqualTo("Server");
  }

  @Test
  void it_finds_out_what_a_new_issue_needs() {
    assertThat(texts("/projects")).containsExactly("RENEWALS", "SALES");
    assertThat(at("/project/lead/name")).isEqualTo("lena");
    assertThat(texts("/types")).containsExactly("Task", "Story", "Bug");
    assertThat(texts("/required")).containsExactly("summary", "issuetype", "project");
    assertThat(texts("/statuses")).containsExactly("To Do", "In Progress", "Done");
    assertThat(texts("/priorities")).hasSize(5);
    assertThat(at("/email/schema/type")).isEqualTo("string");
    assertThat(at("/email/schema/custom")).endsWith(":textfield");
  }

  @Test
  void it_creates_issues_and_reads_them() {
    JsonNode created = seen.at("/created/0");
    assertThat(created.path("id").isTextual()).isTrue();
    assertThat(created.path("self").asText()).endsWith("/issue/" + created.path("id").asText());
    assertThat(seen.at("/issue/key")).isEqualTo(created.path("key"));
    assertThat(seen.at("/byId")).isEqualTo(created.path("key"));
    assertThat(at("/issue/fields/summary")).isEqualTo("A better name");
    assertThat(texts("/issue/fields/labels")).containsExactly("hot", "jira-client");
    assertThat(at("/issue/fields/duedate")).isEqualTo("2027-05-01");
    assertThat(at("/issue/fields/customfield_10000")).isEqualTo("lead1@jira-client.test");
    assertThat(at("/issue/fields/assignee/displayName")).isEqualTo("Sam Seller");
    assertThat(at("/issue/fields/created")).isEqualTo("2027-04-05T07:00:00.000+0000");
    assertThat(at("/issue/names/customfield_10000")).isEqualTo("Lead email");
    assertThat(at("/issue/schema/duedate/type")).isEqualTo("date");
    assertThat(seen.at("/some/fields").properties()).hasSize(2);
  }

  @Test
  void it_is_told_what_is_wrong_with_an_issue() {
    assertThat(at("/wrong/errors/summary")).isEqualTo("You must specify a summary of the issue.");
    assertThat(at("/wrong/errors/duedate")).isEqualTo("Error parsing date string: soon");
    assertThat(at("/wrong/errors/customfield_99")).contains("cannot be set");
    assertThat(texts("/invisible/errorMessages")).containsExactly("Issue Does Not Exist");
  }

  @Test
  void it_goes_through_the_pages_of_a_search() {
    assertThat(seen.at("/pages")).hasSize(3);
    assertThat(seen.at("/pages").findValuesAsText("key"))
        .isEqualTo(seen.at("/created").findValuesAsText("key"));
    assertThat(seen.at("/pages/2/startAt").asInt()).isEqualTo(4);
    assertThat(seen.at("/pages/2/maxResults").asInt()).isEqualTo(2);
    assertThat(seen.at("/pages/2/total").asInt()).isEqualTo(5);
    assertThat(at("/wrongJql/errorMessages/0")).startsWith("Error in the JQL Query");
  }

  @Test
  void it_searches_by_a_saved_filter() {
    assertThat(at("/filter/name")).isEqualTo("All leads");
    assertThat(at("/filter/owner/name")).isEqualTo("lena");
    assertThat(at("/filter/searchUrl")).contains("/rest/api/2/search?jql=");
    assertThat(seen.at("/byFilter").asInt()).isEqualTo(5);
  }

  @Test
  void it_writes_comments_and_reads_them_in_pages() {
    assertThat(seen.at("/comments/comments").findValuesAsText("body"))
        .containsExactly("One", "Two", "Three");
    assertThat(seen.at("/comments/total").asInt()).isEqualTo(3);
    assertThat(seen.at("/comment")).isEqualTo(seen.at("/added"));
    assertThat(at("/comment/author/key")).startsWith("JIRAUSER");
    assertThat(at("/comment/updated")).isEqualTo("2027-04-05T07:00:00.000+0000");
    assertThat(seen.at("/laterComments").findValuesAsText("body")).containsExactly("Two");
    assertThat(at("/empty/errors/comment")).isEqualTo("Comment body can not be empty!");
  }

  @Test
  void it_reads_what_the_app_wrote_when_a_lead_answered() {
    assertThat(texts("/answered")).singleElement().asString().contains(AnsweredLead.WORDS);
  }

  @Test
  void it_moves_an_issue_through_the_workflow_and_deletes_another() {
    assertThat(at("/status/name")).isEqualTo("Done");
    assertThat(at("/status/statusCategory/key")).isEqualTo("done");
    assertThat(texts("/deleted/errorMessages")).containsExactly("Issue Does Not Exist");
  }

  @Test
  void nothing_but_a_token_lets_it_in() {
    assertThat(seen.at("/withoutToken/status-code").asInt()).isEqualTo(401);
    assertThat(at("/wrongToken/errorMessages/0")).isEqualTo("The access token is not valid.");
    assertThat(at("/password/message"))
        .isEqualTo("Basic Authentication has been disabled on this instance.");
  }
}
