package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.Rest.Answer;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stock REST client of Jira does with the host's issues and filters. */
class HostApiIT {

  private static final String API = "/rest/api/2/";

  private final Host host = RunningHost.get();
  private final Rest sam = Rest.as(host, "sam");

  private static String lead(String more) {
    return "{\"fields\":{\"project\":{\"key\":\"SALES\"},\"summary\":\"A new lead\","
        + "\"issuetype\":{\"name\":\"Task\"},"
        + "\"labels\":[\"api-lead\"],\"customfield_10000\":\"api@example.com\""
        + more
        + "}}";
  }

  @Test
  void an_issue_is_created_found_changed_and_deleted() {
    String key = sam.post(API + "issue", lead("")).body().path("key").asText();

    JsonNode found = sam.get(API + "search?jql=labels%20%3D%20api-lead").body();
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("issues").path(0).path("key").asText()).isEqualTo(key);
    String assignee = "{\"fields\":{\"assignee\":{\"name\":\"lena\"}}}";
    assertThat(sam.put(API + "issue/" + key, assignee).status()).isEqualTo(204);
    String done = "{\"transition\":{\"id\":\"31\"}}";
    assertThat(sam.post(API + "issue/" + key + "/transitions", done).status()).isEqualTo(204);
    JsonNode fields = sam.get(API + "issue/" + key).body().path("fields");
    assertThat(fields.path("status").path("name").asText()).isEqualTo("Done");
    assertThat(fields.path("assignee").path("name").asText()).isEqualTo("lena");
    assertThat(fields.path("customfield_10000").asText()).isEqualTo("api@example.com");
    assertThat(sam.delete(API + "issue/" + key).status()).isEqualTo(204);
    assertThat(sam.get(API + "issue/" + key).status()).isEqualTo(404);
  }

  @Test
  void wrong_fields_are_named() {
    Answer unknown = sam.post(API + "issue", lead(",\"customfield_99\":\"x\""));
    Answer day = sam.post(API + "issue", lead(",\"duedate\":\"tomorrow\""));

    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.error("customfield_99")).contains("unknown");
    assertThat(day.error("duedate")).contains("tomorrow");
  }

  @Test
  void what_a_user_may_not_see_is_not_there() {
    assertThat(sam.get(API + "issue/SECRET-1").status()).isEqualTo(404);
    assertThat(Rest.anonymously(host).get(API + "issue/SALES-1").status()).isEqualTo(401);
  }

  @Test
  void filters_are_saved_and_listed() {
    String body = "{\"name\":\"Api leads\",\"jql\":\"labels = api-lead\"}";
    String id = sam.post(API + "filter", body).body().path("id").asText();

    assertThat(sam.get(API + "filter/favourite").body().findValuesAsText("name"))
        .contains("Api leads", "Open leads");
    assertThat(sam.delete(API + "filter/" + id).status()).isEqualTo(204);
    assertThat(sam.get(API + "filter/" + id).status()).isEqualTo(400);
  }

  @Test
  void every_link_leads_somewhere() {
    sam.post(API + "issue/SALES-1/comment", "{\"body\":\"Linked\"}");
    JsonNode issue = sam.get(API + "issue/SALES-1").body();
    Set<String> links = new TreeSet<>(issue.findValuesAsText("self"));
    links.addAll(issue.findValuesAsText("48x48"));

    assertThat(links).hasSizeGreaterThan(8);
    assertThat(links)
        .allSatisfy(
            link ->
                assertThat(sam.get(link.substring(host.url().length())).status()).isEqualTo(200));
  }

  @Test
  void a_page_is_never_longer_than_the_limit() {
    JsonNode page = sam.get(API + "search?jql=&startAt=-5&maxResults=1000000").body();

    assertThat(page.path("startAt").asInt()).isZero();
    assertThat(page.path("maxResults").asInt()).isEqualTo(1000);
    assertThat(sam.get(API + "search?maxResults=-1").body().path("maxResults").asInt())
        .isEqualTo(1000);
    assertThat(sam.get(API + "search?startAt=many").status()).isEqualTo(404);
  }

  @Test
  void a_query_need_not_make_sense_if_nobody_wants_it_checked() {
    Answer strict = sam.post(API + "search", "{\"jql\":\"project = NONE\"}");
    Answer lenient =
        sam.post(API + "search", "{\"jql\":\"project = NONE\",\"validateQuery\":false}");

    assertThat(strict.status()).isEqualTo(400);
    assertThat(lenient.status()).isEqualTo(200);
    assertThat(lenient.body().path("total").asInt()).isZero();
    assertThat(lenient.body().path("warningMessages").toString()).contains("NONE");
    assertThat(sam.post(API + "search", "{\"query\":\"\"}").messages()).contains("Unrecognized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "{", "{\"fields\":\"x\"}", "{\"x\":\"\\u0000\"}"})
  void a_body_that_makes_no_sense_is_refused(String body) {
    assertThat(sam.post(API + "issue", body).status()).isEqualTo(400);
    assertThat(sam.put(API + "issue/SALES-2", body).status()).isEqualTo(400);
    assertThat(sam.post(API + "issue/SALES-2/comment", body).status()).isEqualTo(400);
    assertThat(sam.post(API + "issue/SALES-2/transitions", body).status()).isEqualTo(400);
    assertThat(sam.post(API + "filter", body).status()).isEqualTo(400);
  }

  @Test
  void a_call_that_does_not_exist_says_so_in_json() {
    assertThat(sam.get(API + "nothing").status()).isEqualTo(404);
    assertThat(sam.get(API + "nothing").body().path("status-code").asInt()).isEqualTo(404);
    assertThat(sam.delete(API + "search").status()).isEqualTo(405);
    assertThat(sam.get(API + "issue/createmeta").messages()).contains("Issue Does Not Exist");
    Answer text =
        sam.send(
            API + "issue",
            call -> call.header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")));
    assertThat(text.status()).isEqualTo(415);
  }

  @Test
  void labels_are_added_and_removed_one_by_one() {
    String key = sam.post(API + "issue", lead("")).body().path("key").asText();
    String verbs = "{\"update\":{\"labels\":[{\"add\":\"warm\"},{\"remove\":\"api-lead\"}]}}";

    assertThat(sam.put(API + "issue/" + key, verbs).status()).isEqualTo(204);

    JsonNode labels = sam.get(API + "issue/" + key + "?fields=labels").body().at("/fields/labels");
    assertThat(labels.toString()).isEqualTo("[\"warm\"]");
    String add = "{\"update\":{\"summary\":[{\"add\":\"x\"}]}}";
    assertThat(sam.put(API + "issue/" + key, add).error("summary")).contains("'add'");
    sam.delete(API + "issue/" + key);
  }

  @Test
  void a_comment_for_a_group_is_read_by_its_members_alone() {
    String body = "{\"body\":\"Psst\",\"visibility\":{\"type\":\"group\",\"value\":\"%s\"}}";
    String path = API + "issue/RENEWALS-1/comment";

    Answer foreign = sam.post(path, body.formatted("sales-leads"));
    Answer own = sam.post(path, body.formatted("sales"));

    assertThat(foreign.error("commentLevel")).contains("not a member");
    assertThat(own.status()).isEqualTo(201);
    String id = own.body().path("id").asText();
    assertThat(Rest.as(host, "lena").get(path + "/" + id).status()).isEqualTo(200);
    assertThat(Rest.as(host, "bob").get(path + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void nobody_is_told_only_what_everybody_may_know() {
    Rest nobody = Rest.anonymously(host);

    assertThat(nobody.get(API + "serverInfo").status()).isEqualTo(200);
    assertThat(nobody.get(API + "project").body()).isEmpty();
    assertThat(nobody.get(API + "search?jql=").body().path("total").asInt()).isZero();
    assertThat(nobody.get(API + "issue/SALES-1").messages()).contains("Login Required");
    assertThat(nobody.get(API + "myself").status()).isEqualTo(401);
    assertThat(nobody.post(API + "issue", lead("")).status()).isEqualTo(401);
  }

  @Test
  void a_page_of_another_site_does_not_write_with_the_session_of_its_reader() throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpRequest logIn =
        HttpRequest.newBuilder(URI.create(host.url() + "/login.jsp"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("os_username=sam&os_password=sam"))
            .build();
    browser.send(logIn, BodyHandlers.discarding());
    HttpRequest.Builder comment =
        HttpRequest.newBuilder(URI.create(host.url() + API + "issue/SALES-3/comment"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"body\":\"By session\"}"));

    HttpResponse<String> foreign =
        browser.send(
            comment.copy().header("Origin", "https://evil.example").build(),
            BodyHandlers.ofString());
    HttpResponse<String> own = browser.send(comment.build(), BodyHandlers.ofString());

    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("XSRF check failed");
    assertThat(own.statusCode()).isEqualTo(201);
    assertThat(own.headers().firstValue("X-AUSERNAME")).contains("sam");
  }

  @Test
  void who_may_only_read_does_not_write() {
    Rest bob = Rest.as(host, "bob");
    String issue = lead("").replace("SALES", "RENEWALS");

    assertThat(bob.get(API + "issue/RENEWALS-1").status()).isEqualTo(200);
    assertThat(bob.post(API + "issue", issue).status()).isEqualTo(403);
    assertThat(bob.post(API + "issue/RENEWALS-1/comment", "{\"body\":\"Hi\"}").messages())
        .contains("permission to comment");
    assertThat(bob.post(API + "issue", lead("")).error("project"))
        .isEqualTo("valid project is required");
  }

  @Test
  void a_query_that_does_not_parse_says_why() {
    Answer answer = sam.get(API + "search?jql=project%20%3D");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.messages()).isNotEqualTo("[]");
  }
}
