package dev.drumbeat.sending;

import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.scheduler.status.RunOutcome;
import dev.drumbeat.StepSurroundings;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.IssueHost;
import dev.drumbeat.audience.SuppressionRow;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.audience.TaskIssues;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignRow;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.enrollment.CampaignControl;
import dev.drumbeat.enrollment.CampaignLeads;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentRow;
import dev.drumbeat.enrollment.Entries;
import dev.drumbeat.enrollment.EventFilter;
import dev.drumbeat.enrollment.EventRow;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.FlowObstacles;
import dev.drumbeat.enrollment.IncomingRow;
import dev.drumbeat.enrollment.IncomingStore;
import dev.drumbeat.enrollment.Launch;
import dev.drumbeat.enrollment.LaunchRun;
import dev.drumbeat.enrollment.LeftOutRow;
import dev.drumbeat.enrollment.Moving;
import dev.drumbeat.enrollment.PublishOutlooks;
import dev.drumbeat.enrollment.Publishing;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.enrollment.Tally;
import dev.drumbeat.enrollment.TallyRow;
import dev.drumbeat.host.database.HostSettings;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.mail.OutgoingMail;
import dev.drumbeat.host.schedule.HostLocks;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.mail.AccountUse.Use;
import dev.drumbeat.mail.MailAccountDraft;
import dev.drumbeat.mail.MailAccountDraft.Imap;
import dev.drumbeat.mail.MailAccountDraft.Smtp;
import dev.drumbeat.mail.MailAccountRow;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.MailSession;
import dev.drumbeat.mail.PasswordChange;
import dev.drumbeat.mail.Passwords;
import dev.drumbeat.mail.Secrets;
import dev.drumbeat.report.Recount;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.PublishDraft;
import dev.drumbeat.sequence.ReplyClass;
import dev.drumbeat.sequence.SequenceDraft;
import dev.drumbeat.sequence.SequenceLine.UseCount;
import dev.drumbeat.sequence.SequenceRow;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceUse;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.StepDraft;
import dev.drumbeat.sequence.StepDrafts;
import dev.drumbeat.sequence.StepRow;
import dev.drumbeat.sequence.TemplateNames;
import dev.drumbeat.sequence.VersionRow;
import dev.drumbeat.sequence.Versions;
import dev.drumbeat.time.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/** Campaigns over the real issues of the host, sent by a real engine to a server that obeys. */
final class SendingHost implements AutoCloseable {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Limits NO_LIMITS = new Limits(null, null);

  final IssueHost issues = new IssueHost();
  final AwkwardServer server = new AwkwardServer();
  final ActiveObjects tables =
      TableSpace.open(
          issues.database,
          Table.NAMESPACE,
          List.of(
              MailAccountRow.class,
              SuppressionRow.class,
              SequenceRow.class,
              StepRow.class,
              VersionRow.class,
              CampaignRow.class,
              EnrollmentRow.class,
              EventRow.class,
              TallyRow.class,
              IncomingRow.class,
              LeftOutRow.class,
              SendRow.class,
              ShardRow.class,
              TaskRow.class));
  final Sql sql = new Sql(new HostTransactions(issues.database));
  final CampaignStore campaigns = new CampaignStore(tables, sql);
  final Stores stores = storesOn(sql);
  final MailAccountStore accounts = new MailAccountStore(tables, sql);
  final SequenceStore sequences = new SequenceStore(tables, sql);
  final Suppressions suppressions = new Suppressions(tables, sql, issues.clock);
  final SendStore sends = new SendStore(sql, stores.events(), issues.clock);
  final ShardStore shards = new ShardStore(sql);
  final HostLocks locks = new HostLocks();

  /** The clock of leases, which has nothing to do with that of the product. */
  final HostClock leases = HostClock.standingAt(Instant.parse("2026-01-01T00:00:00Z"));

  /** What sequences are told of how many leads are under way in them. */
  int underWay;

  final VisibleCampaigns visible = new VisibleCampaigns(campaigns);
  final Entries entries = new Entries(sequences, accounts);
  final CampaignControl control =
      new CampaignControl(
          stores, visible, new CampaignLeads(stores, entries, locks), Runnable::run);
  final Launch launch =
      new Launch(
          stores,
          visible,
          issues.audience,
          entries,
          new FlowObstacles(sequences, campaigns, issues.matches, issues.reader),
          new LaunchRun(stores, issues.audience, suppressions, entries, control, locks),
          Runnable::run);
  final HostField email = issues.tracker.customFields().add("Lead email", FieldKind.TEXT);
  final OutgoingMail hostMail = new OutgoingMail();
  final MailTemplates templates = new MailTemplates(new TemplateNames(issues.reader::fieldNames));
  final SendingSwitch sending;
  final Secrets secrets;
  final Passwords passwords;
  final MailAccounts accountService;
  final Sequences sequenceService;
  final Couriers couriers;
  final InstanceIdentity identity;
  final long account;

  /** What came back in every run. */
  final Set<ReplyClass> cameBack = EnumSet.noneOf(ReplyClass.class);

  /** What makes the issues of tasks. */
  TaskIssues tasks = issues.tasks;

  /** What the mailbox of the accounts answers; by default it was read this moment. */
  AnswersFirst answers = id -> Optional.of(issues.clock.instant());

  long sequence;
  Limits limits = NO_LIMITS;
  Schedule schedule = Schedule.always(BERLIN);
  CampaignKind kind = CampaignKind.SEQUENCE;
  private SendingJob engine;

  SendingHost(Path home) {
    secrets = new Secrets(home, accounts::keysInUse);
    passwords = new Passwords(secrets);
    accountService = new MailAccounts(accounts, passwords, id -> Use.NONE, issues.clock);
    account = account("Sales", null);
    sequenceService =
        new Sequences(
            sequences,
            accounts,
            templates,
            new UnderWay(),
            new StepSurroundings(
                issues.matches, issues.reader, issues.places, issues.people, campaigns),
            issues.clock);
    sequence = sequence(mail("Hello", 0), mail(null, 3), mail(null, 4));
    couriers =
        new Couriers(new MailSession((SSLSocketFactory) SSLSocketFactory.getDefault()), passwords);
    identity = new InstanceIdentity(sql, home, () -> "http://jira.example.org");
    sending = switchOf(identity);
    sending.turnOn(anAdministrator());
    engine = engine("node-1");
  }

  Stores storesOn(Sql other) {
    return Stores.on(
        tables,
        other,
        campaigns,
        issues.clock,
        events -> new SendStore(other, events, issues.clock)::cancelOpen);
  }

  SendingSwitch switchOf(InstanceIdentity of) {
    return new SendingSwitch(new HostSettings(issues.database), new HostMail(hostMail), of);
  }

  /** Another engine on the same tables: that node, started now. */
  SendingJob engine(String node) {
    return engine(node, stores, locks);
  }

  SendingJob engine(String node, Stores on, HostLocks withLocks) {
    Letters letters =
        new Letters(
            templates,
            issues.reader,
            issues.people,
            run -> "https://jira.example.org/u/" + run.id(),
            () -> "Unsubscribe",
            new MessageIds(secrets, identity));
    return new SendingJob(
        new Ground(on, sequences, accounts, suppressions, control, issues.reader),
        couriers,
        new StepWork(
            letters,
            new Junction(
                issues.reader,
                issues.matches,
                issues.people,
                (run, asked) -> cameBack(run, asked),
                new IncomingStore(sql)),
            new Moving(on, entries, suppressions, issues.reader),
            tasks,
            run -> "https://jira.example.org/leads"),
        sending,
        id -> answers.readBefore(id),
        withLocks,
        cluster(node),
        Runnable::run,
        leases);
  }

  private boolean cameBack(long run, Set<ReplyClass> asked) {
    return cameBack.stream().anyMatch(asked::contains);
  }

  private static ClusterInfo cluster(String node) {
    return new ClusterInfo() {
      @Override
      public String getNodeId() {
        return node;
      }
    };
  }

  /** The process dies and starts again; its locks are gone with it. */
  void restart() {
    engine = engine("node-1", stores, new HostLocks());
  }

  void tick() {
    tick(engine);
  }

  static void tick(SendingJob job) {
    assertThat(job.runJob(null).getRunOutcome()).isEqualTo(RunOutcome.SUCCESS);
  }

  void tickAfter(Duration time) {
    issues.clock.advance(time);
    tick();
  }

  long account(String name, MailAccountDraft.Limits caps) {
    PasswordChange secret = new PasswordChange.Set("secret");
    MailAccountDraft draft =
        new MailAccountDraft(
            null,
            name,
            "sales@example.com",
            "Sales team",
            null,
            new Smtp("127.0.0.1", server.port(), "none", null, new PasswordChange.Keep()),
            new Imap("127.0.0.1", 1143, "none", "sales", secret, null),
            caps,
            "Europe/Berlin");
    return accountService.create(anAdministrator(), draft).id();
  }

  /** A step after so many days; without a subject it answers the one before. */
  static StepDraft mail(String subject, int days) {
    return mail(subject, "How are you, ${lead.firstName|'friend'}?", days);
  }

  static StepDraft mail(String subject, String text, int days) {
    String unit = days == 0 ? "minutes" : "days";
    return StepDrafts.of(null, null, "email", subject, null, text, days, unit, null, null, null);
  }

  long sequence(StepDraft... steps) {
    return sequenceService
        .create(
            sam(), new SequenceDraft(null, "Welcome " + Math.random(), null, null, List.of(steps)))
        .id();
  }

  /** Publishes the draft of the sequence, for leads under way too. */
  void publish() {
    publish("running", Map.of());
  }

  void publish(String apply, Map<String, String> inCampaigns) {
    PublishDraft draft = new PublishDraft(null, apply, inCampaigns, null, null);
    publishing().publish(sam(), sequence, draft);
  }

  Versions versions() {
    return new Versions(sequenceService, sequences);
  }

  Publishing publishing() {
    PublishOutlooks outlooks = new PublishOutlooks(stores, sequenceService, sequences);
    return new Publishing(stores, sequenceService, sequences, outlooks);
  }

  /** May use and launch campaigns. */
  Actor sam() {
    return new Actor(
        issues.sam.key(),
        issues.sam.displayName(),
        EnumSet.of(Right.USE_CAMPAIGNS, Right.LAUNCH_CAMPAIGNS),
        Locale.ENGLISH,
        BERLIN);
  }

  HostIssue lead(String address) {
    return issues.issue(issues.sales, IssueFields.of("Lead " + address).with(email, address));
  }

  /** So many leads, lead0@example.org and on. */
  void leads(int count) {
    for (int n = 0; n < count; n++) {
      lead("lead" + n + "@example.org");
    }
  }

  /** A campaign of sam's over all leads, launched. */
  Campaign launch() {
    return launch(account);
  }

  Campaign launch(long accountId) {
    return launch(accountId, "project = SALES");
  }

  /** A campaign over these leads alone, launched. */
  Campaign launchTo(String... addresses) {
    String keys = Stream.of(addresses).map(this::lead).map(HostIssue::key).collect(joining(", "));
    return launch(account, "key in (" + keys + ")");
  }

  private Campaign launch(long accountId, String jql) {
    CampaignPlan plan =
        new CampaignPlan(
            "Spring",
            kind,
            sequence,
            new AudienceRule(null, jql, email.getId(), null),
            List.of(accountId),
            schedule,
            null,
            new CampaignPlan.StopRules(true),
            limits,
            null);
    long id = campaigns.insert(plan, issues.sam.key(), issues.clock.instant());
    return launch.launch(sam(), id);
  }

  Campaign find(Campaign campaign) {
    return campaigns.find(campaign.id()).orElseThrow();
  }

  /** All runs of a campaign, the newest first. */
  List<Enrollment> runs(Campaign campaign) {
    return stores.enrollments().page(EnrollmentFilter.ofCampaign(campaign.id()), 0, 10_000);
  }

  Enrollment run(Campaign campaign) {
    assertThat(runs(campaign)).hasSize(1);
    return runs(campaign).get(0);
  }

  List<Send> sends(Campaign campaign) {
    return sends.page(SendFilter.ofCampaign(campaign.id()), 0, 10_000);
  }

  Send send(Campaign campaign) {
    assertThat(sends(campaign)).hasSize(1);
    return sends(campaign).get(0);
  }

  List<EventType> events(Enrollment run) {
    return stores.events().page(EventFilter.ofEnrollment(run.id()), 0, 1_000).stream()
        .map(event -> event.type())
        .toList();
  }

  /** What the numbers of the campaign lack of what is in the tables. */
  List<Tally> uncounted(Campaign campaign) {
    return new Recount(sql, issues.clock).uncounted(campaign.id());
  }

  Instant now() {
    return issues.clock.instant();
  }

  @Override
  public void close() {
    server.close();
    issues.close();
  }

  private final class UnderWay implements SequenceUse {

    @Override
    public int campaignsUsing(long sequenceId) {
      return 0;
    }

    @Override
    public int activeEnrollments(long sequenceId) {
      return underWay;
    }

    @Override
    public Map<Long, UseCount> campaignsUsing(Actor reader, Collection<Long> sequenceIds) {
      return Map.of();
    }
  }
}
