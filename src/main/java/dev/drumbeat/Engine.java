package dev.drumbeat;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import com.atlassian.scheduler.SchedulerService;
import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.Filters;
import dev.drumbeat.audience.IssueMatches;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.audience.RuleSettings;
import dev.drumbeat.audience.SignedTokens;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.campaign.Campaigns;
import dev.drumbeat.campaign.FirstChoices;
import dev.drumbeat.campaign.PlanSources;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.enrollment.AudienceReports;
import dev.drumbeat.enrollment.CampaignControl;
import dev.drumbeat.enrollment.CampaignJob;
import dev.drumbeat.enrollment.CampaignLeads;
import dev.drumbeat.enrollment.EnrollChoices;
import dev.drumbeat.enrollment.Enrolling;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentControl;
import dev.drumbeat.enrollment.Enrollments;
import dev.drumbeat.enrollment.Entries;
import dev.drumbeat.enrollment.Events;
import dev.drumbeat.enrollment.FlowObstacles;
import dev.drumbeat.enrollment.IncomingEvents;
import dev.drumbeat.enrollment.IncomingStore;
import dev.drumbeat.enrollment.Launch;
import dev.drumbeat.enrollment.LaunchRun;
import dev.drumbeat.enrollment.Moving;
import dev.drumbeat.enrollment.NewCampaigns;
import dev.drumbeat.enrollment.PublishOutlooks;
import dev.drumbeat.enrollment.Publishing;
import dev.drumbeat.enrollment.SequenceEnd;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.enrollment.Turnouts;
import dev.drumbeat.health.JobRuns;
import dev.drumbeat.mail.AccountTest;
import dev.drumbeat.mail.HealthJob;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.MailSession;
import dev.drumbeat.mail.Passwords;
import dev.drumbeat.mail.Probe;
import dev.drumbeat.mail.Secrets;
import dev.drumbeat.reply.CommentSettings;
import dev.drumbeat.reply.Commenting;
import dev.drumbeat.reply.MailboxJob;
import dev.drumbeat.reply.Replies;
import dev.drumbeat.reply.ReplyParts;
import dev.drumbeat.reply.mailbox.MailboxReader;
import dev.drumbeat.report.Attention;
import dev.drumbeat.report.Forecasts;
import dev.drumbeat.report.Histories;
import dev.drumbeat.report.Leads;
import dev.drumbeat.report.NumbersJob;
import dev.drumbeat.report.Recount;
import dev.drumbeat.report.Sample;
import dev.drumbeat.report.Statistics;
import dev.drumbeat.report.Warnings;
import dev.drumbeat.request.OpenRequests;
import dev.drumbeat.sending.CampaignTest;
import dev.drumbeat.sending.Couriers;
import dev.drumbeat.sending.DoNotMail;
import dev.drumbeat.sending.EnrollPreviews;
import dev.drumbeat.sending.Ground;
import dev.drumbeat.sending.HostMail;
import dev.drumbeat.sending.InstanceIdentity;
import dev.drumbeat.sending.IssueListener;
import dev.drumbeat.sending.Junction;
import dev.drumbeat.sending.Letters;
import dev.drumbeat.sending.MessageIds;
import dev.drumbeat.sending.PreviewLeads;
import dev.drumbeat.sending.Previews;
import dev.drumbeat.sending.Replacing;
import dev.drumbeat.sending.ReplacingJob;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.SendingJob;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.sending.SequenceTest;
import dev.drumbeat.sending.ShardStore;
import dev.drumbeat.sending.StepSource;
import dev.drumbeat.sending.StepWork;
import dev.drumbeat.sending.TaskJob;
import dev.drumbeat.sending.TaskWatch;
import dev.drumbeat.sending.TestSending;
import dev.drumbeat.sending.Unsubscribing;
import dev.drumbeat.sending.VisibleSends;
import dev.drumbeat.sending.Waking;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.TemplateNames;
import dev.drumbeat.sequence.Versions;
import dev.drumbeat.web.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.framework.BundleContext;

/**
 * Builds the services by hand, in the order of the packages: up to here nothing knows of requests
 * or pages. Nothing here touches the database before the jobs start.
 */
public final class Engine {

  private static final int CAMPAIGN_THREADS = 2;
  private static final int READING_THREADS = 4;
  private static final String UNSUBSCRIBE = "/plugins/servlet/drumbeat/u/";
  private static final String LEADS = "/plugins/servlet/drumbeat/leads?q=";
  private static final int SENDING_THREADS = 8;

  private final InstantSource clock;
  private final Sql sql;
  private final MailAccountStore accountStore;
  private final People people;
  private final Audience audience;
  private final IssueReader issueReader;
  private final SequenceStore sequenceStore;
  private final CampaignStore campaignStore;
  private final VisibleCampaigns visible;
  private final Stores stores;
  private final CommentSettings comments;
  private final ReplyParts reply;
  private final MailAccounts accounts;
  private final AccountTest accountTest;
  private final Suppressions suppressions;
  private final MailTemplates mailTemplates;
  private final Sequences sequences;
  private final Versions versions;
  private final PublishOutlooks publishOutlooks;
  private final Publishing publishing;
  private final SequenceEnd sequenceEnd;
  private final Campaigns campaigns;
  private final NewCampaigns newCampaigns;
  private final Filters savedFilters;
  private final FirstChoices firstChoices;
  private final Forecasts forecasts;
  private final AudienceReports audienceReports;
  private final Enrollments enrollments;
  private final EnrollmentControl enrollmentControl;
  private final Enrolling enrolling;
  private final EnrollChoices enrollChoices;
  private final CampaignControl campaignControl;
  private final Launch launch;
  private final Pool pool;
  private final Unsubscribing unsubscribing;
  private final Events events;
  private final Replies replies;
  private final RuleSettings rules;
  private final SendStore sends;
  private final DoNotMail doNotMail;
  private final IncomingEvents incomingEvents;
  private final Leads leads;
  private final Histories histories;
  private final VisibleSends visibleSends;
  private final Previews previews;
  private final ShardStore shards;
  private final SendingSwitch sendingSwitch;
  private final TestSending testSending;
  private final CampaignTest campaignTest;
  private final SequenceTest sequenceTest;
  private final EnrollPreviews enrollPreviews;
  private final Statistics statistics;
  private final Attention attention;
  private final Replacing replacing;
  private final SendingJob sendingJob;
  private final IssueListener issueListener;
  private final Pool readingPool;
  private final Pool sendingPool;
  private final Jobs jobs;
  private final JobRuns jobRuns;
  private final Secrets secrets;
  private final Tallies tallies;
  private final OpenRequests requests = new OpenRequests();
  private final Farewell farewell;
  private final Texts texts;

  /** Takes the services of the host. */
  public Engine(
      BundleContext bundle,
      ActiveObjects tables,
      TransactionalExecutorFactory transactions,
      SchedulerService scheduler,
      ApplicationProperties application,
      PluginSettingsFactory hostSettings,
      JiraAuthenticationContext authentication,
      HostIssues issues,
      HostMail hostMail,
      EventPublisher hostEvents,
      ClusterLockService locks,
      ClusterInfo cluster,
      I18nResolver i18n) {
    clock = Clock.of(bundle);

    sql = new Sql(transactions);

    accountStore = new MailAccountStore(tables, sql);
    secrets = new Secrets(home(application), accountStore::keysInUse);
    Passwords passwords = new Passwords(secrets);
    MailSession mail = new MailSession((SSLSocketFactory) SSLSocketFactory.getDefault());
    Probe probe = new Probe(mail, passwords, clock);
    people = issues.people();
    rules = new RuleSettings(hostSettings);
    audience = issues.audience(() -> rules.get().mostIssues());
    issueReader = issues.reader();
    suppressions = new Suppressions(tables, sql, clock);
    mailTemplates = new MailTemplates(new TemplateNames(issueReader::fieldNames));
    campaignStore = new CampaignStore(tables, sql);
    stores =
        Stores.on(
            tables,
            sql,
            campaignStore,
            clock,
            events -> new SendStore(sql, events, clock)::cancelOpen);
    sequenceStore = new SequenceStore(tables, sql);
    UseOfSequences use = new UseOfSequences(campaignStore, stores.enrollments());
    IssueMatches matches = issues.matches();
    StepSurroundings surroundings =
        new StepSurroundings(matches, issueReader, issues.taskPlaces(), people, campaignStore);
    sequences = new Sequences(sequenceStore, accountStore, mailTemplates, use, surroundings, clock);
    versions = new Versions(sequences, sequenceStore);
    publishOutlooks = new PublishOutlooks(stores, sequences, sequenceStore);
    publishing = new Publishing(stores, sequences, sequenceStore, publishOutlooks);
    UseOfAccounts needs = new UseOfAccounts(sequenceStore, campaignStore, stores.enrollments());
    accounts = new MailAccounts(accountStore, passwords, needs, clock);
    accountTest = new AccountTest(accounts, accountStore, probe, clock);
    visible = new VisibleCampaigns(campaignStore);
    PlanSources sources = new PlanSources(sequences, accountStore, audience, rules, clock);
    savedFilters = issues.savedFilters();
    firstChoices = new FirstChoices(campaignStore, accountStore, issues.addressFields());
    campaigns = new Campaigns(campaignStore, visible, sources);

    pool = new Pool("campaigns", CAMPAIGN_THREADS);
    Entries entries = new Entries(sequenceStore, accountStore);
    CampaignLeads campaignLeads = new CampaignLeads(stores, entries, locks);
    campaignControl = new CampaignControl(stores, visible, campaignLeads, pool);
    sequenceEnd = new SequenceEnd(stores, sequences, sequenceStore, campaignControl, people);
    LaunchRun run = new LaunchRun(stores, audience, suppressions, entries, campaignControl, locks);
    FlowObstacles obstacles = new FlowObstacles(sequenceStore, campaignStore, matches, issueReader);
    launch = new Launch(stores, visible, audience, entries, obstacles, run, pool);
    newCampaigns = new NewCampaigns(campaigns, launch);
    audienceReports = new AudienceReports(stores, visible, audience, suppressions);
    enrollments = new Enrollments(stores, visible, issueReader);
    Moving moving = new Moving(stores, entries, suppressions, issueReader);
    enrollmentControl = new EnrollmentControl(stores, enrollments, entries, moving);
    enrolling = new Enrolling(stores, sequences, entries, suppressions, audience, issueReader);
    enrollChoices = new EnrollChoices(campaignStore, sequences);
    CampaignJob campaignJob = new CampaignJob(stores, launch, campaignControl, people);
    HealthJob health = new HealthJob(accountStore, probe, clock);
    sends = new SendStore(sql, stores.events(), clock);
    events = new Events(stores.events(), visible);
    visibleSends = new VisibleSends(sends, campaignStore);
    StepSource stepSource = new StepSource(sequences);
    previews =
        new Previews(
            stepSource,
            mailTemplates,
            accountStore,
            issueReader,
            new PreviewLeads(audience),
            people);
    unsubscribing =
        new Unsubscribing(
            new SignedTokens(secrets),
            suppressions,
            stores,
            sends,
            token -> application.getBaseUrl(UrlMode.CANONICAL) + UNSUBSCRIBE + token);
    shards = new ShardStore(sql);
    MailboxReader mailboxReader = new MailboxReader(mail, passwords);
    readingPool = new Pool("reading", READING_THREADS);
    texts = new Texts(i18n, authentication);
    comments = new CommentSettings(hostSettings);
    reply =
        ReplyParts.on(
            tables,
            stores,
            sends,
            accountStore,
            mailboxReader,
            suppressions,
            unsubscribing,
            new Commenting(issues.issueComments(), comments, texts::of),
            locks,
            readingPool);
    replies = reply.replies();
    doNotMail = new DoNotMail(suppressions, visible, stores);
    leads = new Leads(stores, suppressions, issueReader);
    histories = new Histories(stores.events(), replies, sends);
    InstanceIdentity identity =
        new InstanceIdentity(sql, home(application), () -> baseUrl(application));
    sendingSwitch = new SendingSwitch(hostSettings, hostMail, identity);
    Couriers couriers = new Couriers(mail, passwords);
    testSending =
        new TestSending(mailTemplates, people, couriers, sendingSwitch, suppressions, clock);
    campaignTest =
        new CampaignTest(visible, sequenceStore, accountStore, audience, issueReader, testSending);
    forecasts =
        new Forecasts(
            visible,
            launch,
            new Turnouts(stores, audience, accountStore, suppressions),
            sequenceStore,
            accountStore,
            new Warnings(accountStore, sequenceStore, sendingSwitch, new Sample(previews), clock),
            clock);
    sequenceTest = new SequenceTest(stepSource, accountStore, issueReader, people, testSending);
    Letters letters =
        new Letters(
            mailTemplates,
            issueReader,
            people,
            unsubscribing,
            () -> i18n.getText("drumbeat.letter.unsubscribe"),
            new MessageIds(secrets, identity));
    IncomingStore incomingStore = new IncomingStore(sql);
    incomingEvents = new IncomingEvents(stores, incomingStore, issueReader);
    Ground ground =
        new Ground(stores, sequenceStore, accountStore, suppressions, campaignControl, issueReader);
    enrollPreviews = new EnrollPreviews(enrolling, ground, letters, sendingSwitch);
    StepWork steps =
        new StepWork(
            letters,
            new Junction(issueReader, matches, people, replies, incomingStore),
            moving,
            issues.tasks(),
            leadOf -> baseUrl(application) + LEADS + pathText(leadOf));
    TaskWatch watch = new TaskWatch(stores, issues.tasks(), issues.issueComments(), texts::of);
    issueListener = new IssueListener(hostEvents, watch, new Waking(stores), pool);
    tallies = new Tallies(sql);
    statistics = new Statistics(visible, tallies, sequenceStore, stores.enrollments());
    attention = new Attention(sendingSwitch, accountStore);
    NumbersJob numbersJob = new NumbersJob(new Recount(sql, clock), tallies);
    replacing = new Replacing(stores, sequenceStore, sends);
    ReplacingJob replacingJob = new ReplacingJob(replacing, locks, pool);
    sendingPool = new Pool("sending", SENDING_THREADS);
    sendingJob =
        new SendingJob(
            ground,
            couriers,
            steps,
            sendingSwitch,
            reply.reading(),
            locks,
            cluster,
            sendingPool,
            InstantSource.system());
    jobRuns = new JobRuns(sql, cluster, clock);
    jobs =
        new Jobs(
            scheduler,
            clock,
            List.of(
                Job.oncePerCluster(ReplacingJob.KEY, replacingJob, ReplacingJob.INTERVAL),
                Job.oncePerCluster(HealthJob.KEY, health, HealthJob.INTERVAL),
                Job.oncePerCluster(MailboxJob.KEY, reply.job(), MailboxJob.INTERVAL),
                Job.onEveryNode(SendingJob.KEY, sendingJob, SendingJob.INTERVAL),
                Job.oncePerCluster(TaskJob.KEY, new TaskJob(watch), TaskJob.INTERVAL),
                Job.oncePerCluster(CampaignJob.KEY, campaignJob, CampaignJob.INTERVAL),
                Job.oncePerCluster(NumbersJob.KEY, numbersJob, NumbersJob.INTERVAL)),
            jobRuns);
    farewell = new Farewell(sql, mail, jobs, requests, List.of(sendingPool, readingPool, pool));
  }

  private static Path home(ApplicationProperties application) {
    return application
        .getSharedHomeDirectory()
        .or(application::getLocalHomeDirectory)
        .orElseThrow(() -> new IllegalStateException("the host names no home directory"));
  }

  private static String pathText(Enrollment run) {
    return URLEncoder.encode(run.lead().address().text(), StandardCharsets.UTF_8);
  }

  private static String baseUrl(ApplicationProperties application) {
    return application.getBaseUrl(UrlMode.CANONICAL);
  }

  void start() {
    jobs.start();
    issueListener.start();
  }

  void stop() {
    issueListener.stop();
    // Before its run is waited for.
    sendingJob.stop();
    farewell.take();
  }

  /** The requests that are being answered, for REST, pages and the issue panel. */
  public OpenRequests requests() {
    return requests;
  }

  /** Threads for work that would hold up a request. */
  Pool pool() {
    return pool;
  }

  Jobs jobs() {
    return jobs;
  }

  JobRuns jobRuns() {
    return jobRuns;
  }

  Secrets secrets() {
    return secrets;
  }

  Tallies tallies() {
    return tallies;
  }

  InstantSource clock() {
    return clock;
  }

  Sql sql() {
    return sql;
  }

  MailAccountStore accountStore() {
    return accountStore;
  }

  People people() {
    return people;
  }

  Audience audience() {
    return audience;
  }

  IssueReader issueReader() {
    return issueReader;
  }

  Replacing replacing() {
    return replacing;
  }

  CampaignStore campaignStore() {
    return campaignStore;
  }

  /** Campaigns as users may see them, for REST. */
  public VisibleCampaigns visibleCampaigns() {
    return visible;
  }

  Stores stores() {
    return stores;
  }

  CommentSettings comments() {
    return comments;
  }

  ReplyParts reply() {
    return reply;
  }

  /** Mail accounts, for REST and the issue panel. */
  public MailAccounts accounts() {
    return accounts;
  }

  /** The test of an account, for REST. */
  public AccountTest accountTest() {
    return accountTest;
  }

  /** Suppressions, for REST. */
  public Suppressions suppressions() {
    return suppressions;
  }

  /** What happens outside. */
  public IncomingEvents incomingEvents() {
    return incomingEvents;
  }

  /** What users suppress, for REST. */
  public DoNotMail doNotMail() {
    return doNotMail;
  }

  /** People over all campaigns, for REST. */
  public Leads leads() {
    return leads;
  }

  /** What happened to people, for REST. */
  public Histories histories() {
    return histories;
  }

  RuleSettings rules() {
    return rules;
  }

  /** Mail templates, for REST. */
  public MailTemplates mailTemplates() {
    return mailTemplates;
  }

  /** Sequences, for REST. */
  public Sequences sequences() {
    return sequences;
  }

  /** The published versions of sequences, for REST and pages. */
  public Versions versions() {
    return versions;
  }

  /** What publishing would mean, for REST and pages. */
  public PublishOutlooks publishOutlooks() {
    return publishOutlooks;
  }

  /** Publishes drafts of sequences, for REST. */
  public Publishing publishing() {
    return publishing;
  }

  /** Deletes sequences and gives them away, for REST. */
  public SequenceEnd sequenceEnd() {
    return sequenceEnd;
  }

  /** Campaigns, for REST. */
  public Campaigns campaigns() {
    return campaigns;
  }

  /** The making of campaigns, for REST. */
  public NewCampaigns newCampaigns() {
    return newCampaigns;
  }

  /** Audiences of campaigns, for REST. */
  public AudienceReports audienceReports() {
    return audienceReports;
  }

  /** Runs of leads, for REST. */
  public Enrollments enrollments() {
    return enrollments;
  }

  /** What is done with runs, for REST. */
  public EnrollmentControl enrollmentControl() {
    return enrollmentControl;
  }

  EnrollPreviews enrollPreviews() {
    return enrollPreviews;
  }

  /** The saved filters of users, for pages. */
  public Filters savedFilters() {
    return savedFilters;
  }

  /** What a new campaign can choose from, for REST. */
  public FirstChoices firstChoices() {
    return firstChoices;
  }

  Attention attention() {
    return attention;
  }

  /** The numbers of campaigns, for REST. */
  public Statistics statistics() {
    return statistics;
  }

  /** What drafts would do, for REST. */
  public Forecasts forecasts() {
    return forecasts;
  }

  /** The test of a sequence, for REST. */
  public SequenceTest sequenceTest() {
    return sequenceTest;
  }

  /** Where leads may be enrolled, for REST. */
  public EnrollChoices enrollChoices() {
    return enrollChoices;
  }

  Enrolling enrolling() {
    return enrolling;
  }

  /** What is done with campaigns that were launched, for REST. */
  public CampaignControl campaignControl() {
    return campaignControl;
  }

  /** The launch of campaigns, for REST. */
  public Launch launch() {
    return launch;
  }

  /** What came back, for REST. */
  public Replies replies() {
    return replies;
  }

  /** What was sent, for REST and the issue panel. */
  public SendStore sends() {
    return sends;
  }

  /** What each account does and what holds it, for REST. */
  public ShardStore shards() {
    return shards;
  }

  /** Whether anything may be sent, for REST. */
  public SendingSwitch sendingSwitch() {
    return sendingSwitch;
  }

  /** Messages to look at, for REST. */
  public TestSending testSending() {
    return testSending;
  }

  /** The test of a campaign, for REST. */
  public CampaignTest campaignTest() {
    return campaignTest;
  }

  /** Texts, for the error mapper and the issue panel. */
  public Texts texts() {
    return texts;
  }

  /** How leads stop the mails, for the public servlet. */
  public Unsubscribing unsubscribing() {
    return unsubscribing;
  }

  /** Sends as users may see them, for REST. */
  public VisibleSends visibleSends() {
    return visibleSends;
  }

  /** Previews of steps, for REST. */
  public Previews previews() {
    return previews;
  }

  /** The log of events, for REST. */
  public Events events() {
    return events;
  }
}
