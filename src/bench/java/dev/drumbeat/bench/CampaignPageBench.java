package dev.drumbeat.bench;

import dev.drumbeat.campaign.CampaignRow;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.enrollment.EnrollmentRow;
import dev.drumbeat.host.AppSetup;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.demo.App;
import dev.drumbeat.sending.SendRow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The page of a campaign must not grow with the campaign: one with 100 000 leads who got a mail
 * each against one with 100, interleaved in one run. {@code CampaignPageBench <jar>} prints the
 * ratios.
 */
public final class CampaignPageBench {

  private static final int FEW = 100;
  private static final int MANY = 100_000;
  private static final int ROUNDS = 150;
  private static final int SLICE = 1_000;
  private static final String PAGE = "/plugins/servlet/drumbeat/campaigns/";

  private final Host host;
  private final Sql sql;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String token;

  private CampaignPageBench(Host host) {
    this.host = host;
    this.sql = new Sql(new HostTransactions(host.database()));
    String logIn = "{\"user\":\"lena\",\"password\":\"lena\"}";
    this.token =
        Rest.anonymously(host).post("/rest/host/1/tokens", logIn).body().path("token").asText();
  }

  /** Takes the app's jar. */
  public static void main(String[] args) throws Exception {
    try (Host host = host(Path.of(args[0]))) {
      new CampaignPageBench(host).run();
    }
    // Threads of the bundle framework outlive it and would keep the process.
    System.exit(0);
  }

  private static Host host(Path jar) throws IOException {
    Host host = Host.start(HostOptions.forBenchmarks(Files.createTempDirectory("bench")));
    host.addSampleData();
    host.plugins().install(jar);
    AppSetup.make(host);
    return host;
  }

  private void run() throws Exception {
    App app = new App(host, "lena");
    long few = campaign(app, FEW);
    long many = campaign(app, MANY);
    long counting = System.nanoTime();
    app.run("drumbeat.numbers");
    System.out.printf("counting %d leads: %.1f s%n", MANY, (System.nanoTime() - counting) / 1e9);
    for (String call : List.of("status", "support")) {
      administration(call);
    }
    for (String view : List.of("", "?view=leads", "?view=proof", "?view=log")) {
      compare("page of a campaign " + view, PAGE + few + view, PAGE + many + view);
    }
  }

  /** What administrators ask for reads sums and ends of indexes, so it does not grow either. */
  private void administration(String call) {
    Rest admin = Rest.as(host, "admin");
    long[] nanos = new long[ROUNDS / 10];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      admin.get("/rest/drumbeat/1/" + call);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%s with %d leads: %.0f ms, at most %.0f ms%n",
        call, MANY, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6);
  }

  /** A running campaign with so many leads, of whom each got the first mail and waits. */
  private long campaign(App app, int leads) throws Exception {
    long sequence =
        app.create(
            "sequences",
            """
            {"name":"Of %1$d","steps":[
              {"subject":"Hello","text":"One","delayValue":0,"delayUnit":"minutes"},
              {"text":"Two","delayValue":300,"delayUnit":"days"}]}"""
                .formatted(leads));
    long account = app.account(AppSetup.SALES);
    long campaign =
        app.create(
            "campaigns",
            """
            {"name":"With %d leads","kind":"sequence","sequenceId":%d,"mailAccountIds":[%d],
             "audience":{"jql":"key = SALES-1","addressField":"customfield_10000"}}"""
                .formatted(leads, sequence, account));
    app.launch(campaign);
    long step = app.get("sequences/" + sequence).path("steps").path(1).path("id").asLong();
    long first = app.get("sequences/" + sequence).path("steps").path(0).path("id").asLong();
    for (int from = 1; from < leads; from += SLICE) {
      fill(new Lot(campaign, sequence, account, first, step), from, Math.min(from + SLICE, leads));
    }
    Columns uncounted = Columns.of("COUNTED_AT", null);
    sql.write(c -> Table.of(CampaignRow.TABLE).update(c, uncounted, Columns.of("ID", campaign)));
    Columns all = Columns.of("CAMPAIGN_ID", campaign);
    sql.write(c -> Table.of("TALLY").delete(c, all));
    sql.write(c -> Table.of(EnrollmentRow.TABLE).update(c, Columns.of("DELIVERED", null), all));
    return campaign;
  }

  private void fill(Lot lot, int from, int to) {
    List<Columns> runs = new ArrayList<>();
    for (int lead = from; lead < to; lead++) {
      runs.add(lot.run(lead));
    }
    sql.write(
        c -> {
          Table.of(EnrollmentRow.TABLE).insertAll(c, runs);
          return runs.size();
        });
    List<Columns> sends = new ArrayList<>();
    for (int lead = from; lead < to; lead++) {
      sends.add(lot.send(lead));
    }
    sql.write(
        c -> {
          Table.of(SendRow.TABLE).insertAll(c, sends);
          return sends.size();
        });
  }

  private void compare(String what, String few, String many) throws Exception {
    long[] fewNanos = new long[ROUNDS];
    long[] manyNanos = new long[ROUNDS];
    for (int i = -ROUNDS / 3; i < ROUNDS; i++) {
      long first = nanos(few);
      long second = nanos(many);
      if (i >= 0) {
        fewNanos[i] = first;
        manyNanos[i] = second;
      }
    }
    System.out.printf(
        "%s: %d leads %.2f ms, %d leads %.2f ms, ratio %.2f (goal <= 1.5)%n",
        what,
        FEW,
        median(fewNanos) / 1e6,
        MANY,
        median(manyNanos) / 1e6,
        (double) median(manyNanos) / median(fewNanos));
  }

  private long nanos(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host.url() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    long start = System.nanoTime();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    long nanos = System.nanoTime() - start;
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + response.statusCode());
    }
    return nanos;
  }

  private static long median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The rows of a campaign, as the app would have written them. */
  private record Lot(long campaign, long sequence, long account, long first, long next) {

    private Columns run(int lead) {
      String key = key(lead);
      return Columns.of("VERSION", 1)
          .and("CAMPAIGN_ID", campaign)
          .and("SEQUENCE_ID", sequence)
          .and("RUN", 1)
          .and("ADDRESS", "lead" + lead + "@bench.test")
          .and("ADDRESS_KEY", key)
          .and("STATE", "ACTIVE")
          .and("ACTIVE_KEY", "a." + campaign + "." + key)
          .and("SHARD", account)
          .and("ACCOUNT_ID", account)
          .and("STEP_ID", next)
          .and("POSITION", 2)
          .and("DUE_AT", 4_000_000_000_000L + lead)
          .and("ANCHOR_AT", 0L)
          .and("ZONE", "Europe/Berlin")
          .and("CREATED_AT", 0L)
          .and("UPDATED_AT", 0L);
    }

    private Columns send(int lead) {
      return Columns.of("SEND_KEY", "b" + campaign + "." + lead)
          .and("ENROLLMENT_ID", (long) lead)
          .and("CAMPAIGN_ID", campaign)
          .and("SEQUENCE_ID", sequence)
          .and("RUN", 1)
          .and("STEP_ID", first)
          .and("ACCOUNT_ID", account)
          .and("STATE", "SENT")
          .and("ADDRESS", "lead" + lead + "@bench.test")
          .and("ADDRESS_KEY", key(lead))
          .and("OPENER", true)
          .and("ATTEMPTS", 1)
          .and("HANDED_OVER_AT", 1L)
          .and("CREATED_AT", 0L)
          .and("UPDATED_AT", 0L);
    }

    private static String key(int lead) {
      return "%032x".formatted(lead);
    }
  }
}
