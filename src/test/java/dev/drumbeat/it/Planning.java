package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dev.drumbeat.host.AppSetup;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.issue.NewIssue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A host on which lena plans campaigns and may launch them, and sam may not; with a sequence. */
final class Planning {

  static final String REST = "/rest/drumbeat/1/";
  static final Pattern CAMPAIGN = Pattern.compile(".*/campaigns/[0-9]+.*");
  private static final String NEW = "/plugins/servlet/drumbeat/campaigns/new";
  private static Planning planning;

  final Host host = RunningHost.start(HostOptions.forTests(RunningHost.home()));
  final Rest admin;
  final Rest lena;
  final long sequence;

  private Planning() {
    AppSetup.make(host);
    admin = Rest.as(host, "admin");
    lena = Rest.as(host, "lena");
    admin.put(REST + "settings", "{\"sendingEnabled\":true}");
    String steps =
        """
        {"name":"First contact","steps":[
          {"subject":"A question, ${issue.firstName|'hello'}","text":"Do you have a minute?",
           "delayValue":0,"delayUnit":"minutes"},
          {"text":"Did my mail reach you?","delayValue":3,"delayUnit":"businessDays"}]}""";
    sequence = Outreach.id(lena.post(REST + "sequences", steps));
    Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop the host of plans"));
  }

  static synchronized Planning get() {
    if (planning == null) {
      planning = new Planning();
    }
    return planning;
  }

  long filter(String name) {
    return host.tracker().filters().visible(host.users().getUserByName("admin")).stream()
        .filter(filter -> filter.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  /** So many issues of RENEWALS with that label, each of another person. */
  void leads(String label, int count) {
    HostField email = host.tracker().customFields().named("Lead email").orElseThrow();
    List<NewIssue> issues =
        IntStream.range(0, count)
            .mapToObj(
                n ->
                    IssueFields.of("Lead " + n)
                        .withLabels(List.of(label))
                        .with(email, label + n + "@example.org"))
            .map(fields -> new NewIssue("RENEWALS", fields))
            .toList();
    host.tracker().issues().addAll(issues);
  }

  /** A page on which a new campaign was begun with that query, and its draft is stored. */
  void begin(Page page, String query) {
    page.navigate(host.url() + NEW + query);
    page.waitForURL(CAMPAIGN);
  }

  static Locator says(Page page, String band) {
    return page.locator("[data-says=" + band + "]");
  }

  static Locator saved(Page page) {
    return page.locator("[data-role=saved]");
  }

  static Locator launch(Page page) {
    return page.locator("[data-action=launch]");
  }

  static Locator errorOf(Page page, String input) {
    return page.locator(".field-group:has(" + input + ") .error");
  }

  static void choose(Page page, String select, String label) {
    page.locator(select).selectOption(new SelectOption().setLabel(label));
  }

  static void assertNoSidewaysScrolling(Page page) {
    String fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    assertThat(page.evaluate(fits)).isEqualTo(true);
  }
}
