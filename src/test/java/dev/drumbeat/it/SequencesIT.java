package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.Rest.Answer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences and their steps over REST on the running host. */
class SequencesIT {

  private static final String PATH = "/rest/drumbeat/1/sequences";

  private static final String WELCOME =
      """
      {"name":"Welcome","steps":[
        {"subject":"Hello","html":"<p>One</p>","delayValue":0,"delayUnit":"minutes"},
        {"html":"<p>Two</p>","delayValue":1,"delayUnit":"days"},
        {"subject":"Three","text":"Three","delayValue":3,"delayUnit":"days","thread":"new"}]}""";

  private static final String PERSONAL =
      """
      {"name":"Personal","steps":[
        {"subject":"For ${issue.company}",
         "html":"<p>Hi ${issue.firstName}, write to ${sender.name}</p>"},
        {"text":"Hi again","delayValue":1,"delayUnit":"days"}]}""";

  private final Host host = RunningHost.get();
  private final Rest sam = withRight("sam");

  @Test
  void a_sequence_of_three_mails_is_created_and_read() {
    Answer created = sam.post(PATH, WELCOME);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.location()).isEqualTo(created.body().path("self").asText());
    JsonNode read = sam.get(PATH + "/" + created.body().path("id").asLong()).body();
    assertThat(read).isEqualTo(created.body());
    assertThat(texts(read.path("steps"), "delayUnit")).containsExactly("minutes", "days", "days");
    assertThat(texts(read.path("steps"), "delayValue")).containsExactly("0", "1", "3");
    assertThat(texts(read.path("steps"), "thread")).containsExactly("same", "same", "new");
    assertThat(read.path("version").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_read_may_be_sent_back() {
    JsonNode read = sam.post(PATH, WELCOME).body();
    String changed = read.toString().replace("\"Welcome\"", "\"Welcome back\"");

    Answer replaced = sam.put(path(read), changed);

    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.body().path("name").asText()).isEqualTo("Welcome back");
    assertThat(texts(replaced.body().path("steps"), "id"))
        .isEqualTo(texts(read.path("steps"), "id"));
  }

  @Test
  void a_stale_version_is_a_conflict() {
    JsonNode read = sam.post(PATH, WELCOME).body();
    assertThat(sam.put(path(read), read.toString()).status()).isEqualTo(200);

    assertThat(sam.put(path(read), read.toString()).status()).isEqualTo(409);
    assertThat(sam.put(step(read, 0), step("version", "1")).status()).isEqualTo(409);
  }

  @Test
  void a_step_is_added_changed_and_taken_out() {
    JsonNode read = sam.post(PATH, WELCOME).body();

    Answer added = sam.post(path(read) + "/steps", step("purpose", "\"last\""));

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().path("version").asInt()).isEqualTo(2);
    String place = added.location().substring(host.url().length());
    assertThat(sam.put(place, step("delayValue", "7")).body().path("delayValue").asInt())
        .isEqualTo(7);
    assertThat(sam.get(place).body().path("version").asInt()).isEqualTo(3);
    assertThat(sam.delete(place).status()).isEqualTo(204);
    assertThat(sam.get(place).status()).isEqualTo(404);
    assertThat(sam.get(path(read) + "/steps").body().path("total").asInt()).isEqualTo(3);
  }

  @Test
  void steps_are_put_into_another_order() {
    JsonNode read = sam.post(PATH, WELCOME).body();
    List<String> ids = texts(read.path("steps"), "id");
    String order = "{\"stepIds\":[%s,%s,%s]}".formatted(ids.get(2), ids.get(0), ids.get(1));

    Answer ordered = sam.post(path(read) + "/steps/order", order);

    assertThat(texts(ordered.body().path("steps"), "id"))
        .containsExactly(ids.get(2), ids.get(0), ids.get(1));
    assertThat(sam.post(path(read) + "/steps/order", "{}").error("stepIds")).isNotEmpty();
    assertThat(sam.post(path(read) + "/steps/order", "{\"stepIds\":[1]}").error("stepIds"))
        .isNotEmpty();
  }

  @Test
  void a_delay_that_will_be_stretched_is_warned_of() {
    JsonNode read = sam.post(PATH, WELCOME).body();

    Answer added = sam.post(path(read) + "/steps", step("delayUnit", "\"minutes\""));

    assertThat(added.body().path("warnings").toString()).contains("Step 4").contains("an hour");
    assertThat(sam.get(path(read)).body().path("warnings").toString()).contains("Step 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\",\"colour\":1}                                | colour            | no such field",
        "{\"name\":\"x\",\"steps\":[{\"subject\":1}]}                 | steps[0].subject  | text",
        "{\"name\":\"x\",\"steps\":[{\"kind\":\"task\"}]}             | steps[0].summary  | required",
        "{\"name\":\"x\",\"steps\":[{\"anchor\":\"date\"}]}           | steps[0].dateField | required",
        "{\"name\":\"x\",\"steps\":[{\"variants\":[{}]}]}             | steps[0].variants | between 2",
        "{\"name\":\"x\",\"steps\":[{\"html\":\"<p>\\n #if(\"}]}      | steps[0].html     | Line 2, column 6",
        "{\"name\":\"x\",\"steps\":[{\"html\":\"Hi ${lead.nam}\"}]}   | steps[0].html     | Line 1, column 4",
        "{\"name\":\"x\",\"sendingConfigId\":987654}                  | sendingConfigId   | no mail account",
      })
  void what_is_wrong_is_named(String body, String field, String says) {
    Answer answer = sam.post(PATH, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error(field)).contains(says);
  }

  @Test
  void a_template_of_a_single_step_is_refused_with_its_place() {
    JsonNode read = sam.post(PATH, WELCOME).body();

    Answer answer = sam.post(path(read) + "/steps", "{\"subject\":\"x\",\"html\":\"#set(\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error("html")).contains("Line 1, column 6");
  }

  @Test
  void a_repeated_request_makes_one_sequence() {
    long before = sam.get(PATH).body().path("total").asLong();
    Answer first = sam.send(PATH, Requests.repeatable("once", WELCOME));

    Answer again = sam.send(PATH, Requests.repeatable("once", WELCOME));

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.location()).isEqualTo(first.location());
    assertThat(sam.get(PATH).body().path("total").asLong()).isEqualTo(before + 1);
  }

  @Test
  void lists_are_read_page_by_page_without_steps() {
    sam.post(PATH, WELCOME);
    sam.post(PATH, WELCOME);

    JsonNode page = sam.get(PATH + "?maxResults=1&name=Welcome").body();

    assertThat(page.path("values")).hasSize(1);
    assertThat(page.path("values").get(0).path("stepCount").asInt()).isPositive();
    assertThat(page.path("values").get(0).has("steps")).isFalse();
    assertThat(page.path("isLast").asBoolean()).isFalse();
    assertThat(sam.get(PATH + "?maxResults=0").error("maxResults")).isNotEmpty();
  }

  @Test
  void what_is_published_stays_as_it_was_while_the_draft_changes() {
    JsonNode read = sam.post(PATH, WELCOME).body();
    assertThat(read.path("published").asInt()).isZero();

    JsonNode published = sam.post(path(read) + "/publish", "{\"apply\":\"new\"}").body();
    assertThat(published.path("published").asInt()).isEqualTo(1);
    String step = published.path("steps").get(0).path("self").asText();
    String address = step.substring(step.indexOf("/rest/"));
    sam.put(address, "{\"subject\":\"Other\",\"text\":\"Other words\"}");

    JsonNode outlook = sam.get(path(read) + "/publish").body();
    assertThat(outlook.path("proposal").asText()).isEqualTo("running");
    assertThat(texts(outlook.path("differences"), "kind")).containsExactly("changed");
    assertThat(sam.get(path(read) + "/versions/1").body().path("steps").get(0).path("subject"))
        .isEqualTo(published.path("steps").get(0).path("subject"));
    JsonNode reverted = sam.post(path(read) + "/revert", "{}").body();
    assertThat(reverted.path("steps").get(0).path("subject"))
        .isEqualTo(published.path("steps").get(0).path("subject"));
    assertThat(sam.get(path(read) + "/publish").body().path("changed").asBoolean()).isFalse();
  }

  @Test
  void what_nobody_could_receive_is_not_published() {
    JsonNode read = sam.post(PATH, "{\"name\":\"Empty\"}").body();

    Answer refused = sam.post(path(read) + "/publish", "{\"apply\":\"soon\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error("steps")).contains("without a step");
    assertThat(refused.error("apply")).contains("new, running");
  }

  @Test
  void a_sequence_is_forgotten() {
    JsonNode read = sam.post(PATH, WELCOME).body();

    assertThat(sam.delete(path(read)).status()).isEqualTo(204);
    assertThat(sam.get(path(read)).status()).isEqualTo(404);
  }

  @Test
  void a_sequence_that_a_campaign_says_is_not_forgotten() {
    Outreach outreach = Outreach.get();
    outreach.draft(outreach.oneLead("RENEWALS-8"));

    Answer refused = outreach.sam.delete(PATH + "/" + outreach.sequence);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.messages()).contains("Welcome", "campaigns");
  }

  @Test
  void others_read_a_sequence_and_only_its_owner_and_administrators_change_it() {
    JsonNode read = sam.post(PATH, WELCOME).body();
    Rest lena = withRight("lena");

    assertThat(lena.get(path(read)).status()).isEqualTo(200);
    assertThat(lena.put(path(read), read.toString()).status()).isEqualTo(403);
    assertThat(lena.delete(path(read)).status()).isEqualTo(403);
    assertThat(Rest.as(host, "admin").put(path(read), read.toString()).status()).isEqualTo(200);
  }

  @Test
  void without_the_right_there_is_nothing_to_see() {
    assertThat(Rest.as(host, "bob").get(PATH).status()).isEqualTo(403);
    assertThat(Rest.as(host, "bob").post(PATH, WELCOME).status()).isEqualTo(403);
    assertThat(Rest.anonymously(host).get(PATH).status()).isEqualTo(401);
  }

  @Test
  void a_step_is_shown_as_the_lead_of_an_issue_would_get_it() {
    JsonNode read = sam.post(PATH, PERSONAL).body();

    JsonNode shown =
        sam.post(path(read) + "/preview", about("SALES-1", "customfield_10000")).body();

    assertThat(shown.path("to").asText()).isEqualTo("amelie.hartmann@example.com");
    assertThat(shown.path("subject").asText()).isEqualTo("For Hartmann Optik");
    assertThat(shown.path("html").asText()).isEqualTo("<p>Hi Amelie, write to Sam Seller</p>");
    assertThat(shown.path("text").asText()).isEqualTo("Hi Amelie, write to Sam Seller");
    assertThat(shown.path("missing")).isEmpty();
  }

  @Test
  void a_follow_up_is_shown_as_the_answer_that_it_is() {
    JsonNode read = sam.post(PATH, PERSONAL).body();
    String second = ",\"stepId\":" + texts(read.path("steps"), "id").get(1) + "}";

    JsonNode shown =
        sam.post(path(read) + "/preview", about("SALES-1", "reporter").replace("}", second)).body();

    assertThat(shown.path("to").asText()).isEqualTo("sam@example.com");
    assertThat(shown.path("subject").asText()).isEqualTo("Re: For Hartmann Optik");
  }

  @Test
  void what_a_lead_lacks_is_named() {
    JsonNode read = sam.post(PATH, PERSONAL).body();

    JsonNode shown = sam.post(path(read) + "/preview", "{\"email\":\"ann@example.org\"}").body();

    assertThat(shown.path("to").asText()).isEqualTo("ann@example.org");
    assertThat(shown.path("missing").toString()).contains("issue.company", "issue.firstName");
    assertThat(shown.has("subject")).isFalse();
  }

  @Test
  void a_preview_shows_nothing_that_the_asker_may_not_see() {
    JsonNode read = sam.post(PATH, PERSONAL).body();
    String preview = path(read) + "/preview";

    assertThat(sam.post(preview, about("SECRET-1", "reporter")).status()).isEqualTo(404);
    assertThat(sam.post(preview, about("SALES-1", "nowhere")).error("addressField")).isNotEmpty();
    assertThat(sam.post(preview, "{}").error("issueKey")).isNotEmpty();
    assertThat(sam.post(preview, "{\"email\":\"ann\"}").error("email")).isNotEmpty();
    assertThat(sam.post(preview, "{\"variant\":\"B\"}").error("variant")).contains("no variant");
    assertThat(withRight("lena").post(preview, about("SALES-1", "reporter")).status())
        .isEqualTo(200);
    assertThat(Rest.as(host, "bob").post(preview, about("SALES-1", "reporter")).status())
        .isEqualTo(403);
  }

  private static String about(String issueKey, String addressField) {
    return "{\"issueKey\":\"%s\",\"addressField\":\"%s\"}".formatted(issueKey, addressField);
  }

  /** A user of the sales group, which may use campaigns. */
  private Rest withRight(String name) {
    Rest.as(host, "admin")
        .put("/rest/drumbeat/1/settings/rights", "{\"useCampaigns\":[\"sales\"]}");
    return Rest.as(host, name);
  }

  private static String path(JsonNode sequence) {
    return PATH + "/" + sequence.path("id").asLong();
  }

  private static String step(JsonNode sequence, int index) {
    return path(sequence) + "/steps/" + sequence.path("steps").get(index).path("id").asLong();
  }

  /** A mail three days later, one field of it different. */
  private static String step(String field, String value) {
    String step =
        """
        {"subject":"Hi","text":"Well?","delayValue":3,"delayUnit":"days"}""";
    return step.contains("\"" + field + "\"")
        ? step.replaceFirst("\"" + field + "\":[^,}]+", "\"" + field + "\":" + value)
        : step.replace("}", ",\"" + field + "\":" + value + "}");
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(field).asText())
        .toList();
  }
}
