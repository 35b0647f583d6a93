package dev.drumbeat.host.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.AppSetup;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.mail.MailLab;
import dev.drumbeat.host.plugin.PluginFailure;
import dev.drumbeat.host.time.HostClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Launches a campaign over the issues of a saved filter, moves the clock until it is completed,
 * lets some leads answer on the way, and prints what happened to each. The exit code is 0 only if
 * every lead ended as it should.
 */
public final class Demo {

  private static final String OWNER = "lena";
  private static final String FILTER = "All leads";
  private static final int LEADS = 60;
  private static final Duration STEP = Duration.ofHours(4);
  private static final int MOST_STEPS = 6 * 40;

  private final App app;
  private final MailLab lab;
  private final HostClock clock;
  private final Correspondents people;

  private Demo(Host host) {
    this.app = new App(host, OWNER);
    this.lab = host.lab();
    this.clock = host.clock();
    this.people = new Correspondents(lab, clock);
  }

  /** Takes the app's jar and a folder, which may not be there yet. */
  public static void main(String[] args) throws Exception {
    Path home = Files.createTempDirectory(Files.createDirectories(Path.of(args[1])), "demo");
    // A Monday morning in Berlin.
    HostClock clock = HostClock.standingAt(Instant.parse("2027-03-01T07:30:00Z"));
    boolean right;
    try (Host host = Host.start(HostOptions.forTests(home).withClock(clock))) {
      right = play(host, Path.of(args[0]));
    }
    System.exit(right ? 0 : 1);
  }

  private static boolean play(Host host, Path jar) throws PluginFailure {
    host.addSampleData();
    host.plugins().install(jar);
    AppSetup.make(host);
    return new Demo(host).play(Cast.of(Rest.as(host, OWNER), "project = SALES ORDER BY key"));
  }

  private boolean play(List<DemoLead> cast) {
    app.turnSendingOn();
    long campaign = app.create("campaigns", campaign().toString());
    app.launch(campaign);
    Instant start = clock.instant();
    for (int step = 0; step < MOST_STEPS && !isOver(campaign); step++) {
      app.run("drumbeat.campaigns");
      app.run("drumbeat.sending");
      people.readAll(cast);
      app.run("drumbeat.mailboxes");
      clock.advance(STEP);
    }
    return print(endings(cast, campaign), Duration.between(start, clock.instant()));
  }

  private boolean isOver(long campaign) {
    return app.campaign(campaign).path("state").asText().equals("completed");
  }

  private ObjectNode campaign() {
    long account = app.account(AppSetup.SALES);
    ObjectNode campaign = App.object().put("name", "Spring offer").put("kind", "sequence");
    campaign.put("sequenceId", app.create("sequences", sequence().toString()));
    campaign
        .putObject("audience")
        .put("filterId", app.filter(FILTER))
        .put("addressField", "customfield_10000");
    campaign.putArray("mailAccountIds").add(account);
    ObjectNode schedule = campaign.putObject("schedule").put("zone", "Europe/Berlin");
    ObjectNode window =
        schedule.putArray("windows").addObject().put("from", "09:00").put("to", "17:00");
    List.of("MON", "TUE", "WED", "THU", "FRI").forEach(window.withArray("days")::add);
    return campaign;
  }

  private static ObjectNode sequence() {
    ObjectNode sequence = App.object().put("name", "Three short mails");
    sequence
        .putArray("steps")
        .add(
            step(0, "minutes", "Hello ${issue.firstName|'there'}, do you have a minute?")
                .put("subject", "A question about ${issue.summary}"))
        .add(step(3, "days", "Hello ${issue.firstName|'there'}, did my mail reach you?"))
        .add(step(4, "businessDays", "Hello ${issue.firstName|'there'}, this is my last try."));
    return sequence;
  }

  private static ObjectNode step(int delay, String unit, String text) {
    return App.object()
        .put("kind", "email")
        .put("delayValue", delay)
        .put("delayUnit", unit)
        .put("html", "<p>" + text + "</p>");
  }

  private List<Ending> endings(List<DemoLead> cast, long campaign) {
    Map<String, JsonNode> runs = new HashMap<>();
    app.all(campaign, "enrollments?").forEach(run -> runs.put(run.path("issueKey").asText(), run));
    Map<String, String> leftOut = new HashMap<>();
    app.all(campaign, "audience?included=false&")
        .forEach(out -> leftOut.put(out.path("issueKey").asText(), out.path("reason").asText()));
    return cast.stream()
        .map(lead -> ending(lead, runs.get(lead.issueKey()), leftOut.get(lead.issueKey())))
        .toList();
  }

  private Ending ending(DemoLead lead, JsonNode run, String leftOut) {
    if (run == null) {
      return new Ending(lead, 0, 0, app.comments(lead.issueKey()), "left out: " + leftOut);
    }
    int sends = 0;
    for (JsonNode send : app.enrollment(run.path("id").asLong()).path("sends")) {
      sends += send.path("state").asText().equals("sent") ? 1 : 0;
    }
    String outcome = run.path("state").asText() + ": " + run.path("reason").asText();
    int received = lab.messages(lead.address()).size();
    return new Ending(lead, sends, received, app.comments(lead.issueKey()), outcome);
  }

  private static boolean print(List<Ending> endings, Duration took) {
    System.out.println();
    System.out.println(Ending.head());
    endings.forEach(ending -> System.out.println(ending.line()));
    long right = endings.stream().filter(Ending::isRight).count();
    System.out.printf(
        "%n%d of %d leads ended as they should, after %d days of the moved clock.%n",
        right, endings.size(), took.toDays());
    return right == endings.size() && right == LEADS;
  }
}
