package dev.drumbeat.it;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.demo.App;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Writes a campaign as an integration would; without windows and of one mail unless said. */
record CampaignFixture(List<ObjectNode> steps, List<String> people, String from, String windows) {

  static CampaignFixture aCampaign() {
    return new CampaignFixture(List.of(now()), List.of(), Journey.SALES, "[]");
  }

  /** The first mail, at once. */
  static ObjectNode now() {
    return step(0, "minutes", "Hello, do you have a minute?").put("subject", "A question");
  }

  /** The first mail with two variants, the first of them with that subject. */
  static ObjectNode withVariants(String subject) {
    ObjectNode step = now().without(List.of("subject", "html"));
    step.putArray("variants")
        .add(variant("A", 2).put("subject", subject))
        .add(variant("<b>B</b>", 1).put("subject", "Another question"));
    return step;
  }

  private static ObjectNode variant(String label, int weight) {
    return App.object().put("label", label).put("weight", weight).put("html", "<p>Hi</p>");
  }

  /** A follow-up, in the same thread. */
  static ObjectNode after(int value, String unit) {
    return step(value, unit, "Did my mail reach you?");
  }

  static ObjectNode step(int value, String unit, String words) {
    return App.object()
        .put("kind", "email")
        .put("delayValue", value)
        .put("delayUnit", unit)
        .put("html", "<p>" + words + "</p>");
  }

  CampaignFixture with(ObjectNode... all) {
    return new CampaignFixture(List.of(all), people, from, windows);
  }

  /** Over leads with these addresses, each with an issue of its own. */
  CampaignFixture to(String... all) {
    return new CampaignFixture(steps, List.of(all), from, windows);
  }

  /** Sent from that account alone. */
  CampaignFixture from(String address) {
    return new CampaignFixture(steps, people, address, windows);
  }

  /** Monday to Friday, nine to five in Berlin. */
  CampaignFixture inOfficeHours() {
    String office =
        """
        [{"days":["MON","TUE","WED","THU","FRI"],"from":"09:00","to":"17:00"}]""";
    return new CampaignFixture(steps, people, from, office);
  }

  ObjectNode sequence() {
    ObjectNode sequence = App.object().put("name", "A few short mails");
    ArrayNode all = sequence.putArray("steps");
    all.addAll(steps);
    return sequence;
  }

  /** Its JSON, over the issues with these keys. */
  String json(long sequence, Stream<String> issueKeys, long account) {
    return """
        {"name":"Spring","kind":"sequence","sequenceId":%d,"mailAccountIds":[%d],"audience":%s,
         "schedule":{"zone":"Europe/Berlin","windows":%s}}"""
        .formatted(sequence, account, audience(issueKeys), windows);
  }

  /** The JSON of one that writes to everybody at that moment. */
  String newsletter(Instant at, Stream<String> issueKeys, long account) {
    return """
        {"name":"News","subject":"Opening","html":"<p>Soon</p>","sendingConfigId":%d,
         "audience":%s,"scheduledAt":"%s"}"""
        .formatted(account, audience(issueKeys), at);
  }

  private static String audience(Stream<String> issueKeys) {
    return "{\"jql\":\"key in (%s)\",\"addressField\":\"%s\"}"
        .formatted(String.join(",", issueKeys.toList()), Outreach.EMAIL_FIELD);
  }
}
