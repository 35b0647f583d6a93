package dev.drumbeat;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import dev.drumbeat.health.Accounts;
import dev.drumbeat.health.Health;
import dev.drumbeat.health.Installation;
import dev.drumbeat.sending.Usage;
import dev.drumbeat.web.Actors;
import dev.drumbeat.web.Answers;
import dev.drumbeat.web.CampaignViews;
import dev.drumbeat.web.DraftJson;
import dev.drumbeat.web.EnrollCalls;
import dev.drumbeat.web.EnrollmentViews;
import dev.drumbeat.web.HostCheck;
import dev.drumbeat.web.Json;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.MailAccountJson;
import dev.drumbeat.web.Outlooks;
import dev.drumbeat.web.PlanJson;
import dev.drumbeat.web.Removal;
import dev.drumbeat.web.Repeats;
import dev.drumbeat.web.ReplyWords;
import dev.drumbeat.web.Rights;
import dev.drumbeat.web.RunHistories;
import dev.drumbeat.web.SequenceBodies;
import dev.drumbeat.web.Settings;
import dev.drumbeat.web.Status;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Variables;
import dev.drumbeat.web.page.AccountsPage;
import dev.drumbeat.web.page.CampaignHead;
import dev.drumbeat.web.page.CampaignPage;
import dev.drumbeat.web.page.CampaignPart;
import dev.drumbeat.web.page.CampaignsPage;
import dev.drumbeat.web.page.HistoryLines;
import dev.drumbeat.web.page.IssueRuns;
import dev.drumbeat.web.page.LeadLines;
import dev.drumbeat.web.page.LeadRows;
import dev.drumbeat.web.page.LeadsPage;
import dev.drumbeat.web.page.LeadsPart;
import dev.drumbeat.web.page.LeftOutPart;
import dev.drumbeat.web.page.LogPart;
import dev.drumbeat.web.page.NewCampaignPage;
import dev.drumbeat.web.page.NewPlan;
import dev.drumbeat.web.page.NewSequencePage;
import dev.drumbeat.web.page.NumbersPart;
import dev.drumbeat.web.page.Page;
import dev.drumbeat.web.page.Pages;
import dev.drumbeat.web.page.PanelHtml;
import dev.drumbeat.web.page.PersonPart;
import dev.drumbeat.web.page.PlanChoices;
import dev.drumbeat.web.page.PlanModel;
import dev.drumbeat.web.page.PlanPart;
import dev.drumbeat.web.page.ProofPart;
import dev.drumbeat.web.page.RunLines;
import dev.drumbeat.web.page.RunSentences;
import dev.drumbeat.web.page.SequenceEditor;
import dev.drumbeat.web.page.SequencePage;
import dev.drumbeat.web.page.SequencesPage;
import dev.drumbeat.web.page.SetUp;
import dev.drumbeat.web.page.SettingsPage;
import dev.drumbeat.web.page.StatusPage;
import dev.drumbeat.web.page.SuppressionsPart;
import dev.drumbeat.web.page.Templates;
import dev.drumbeat.web.page.UnsubscribePage;
import dev.drumbeat.web.support.Support;
import java.util.List;
import org.osgi.framework.BundleContext;

/**
 * What answers requests, built by hand on the {@link Engine}, and what the host starts and stops.
 * What servlets, resources, panels and conditions take is handed out by the getters of both, which
 * the Spring context names.
 */
public final class Drumbeat implements LifecycleAware {

  private final Engine engine;
  private final Rights rights;
  private final Settings settings;
  private final Removal removal;
  private final Health health;
  private final Support support;
  private final Status status;
  private final Actors actors;
  private final Json json;
  private final Links links;
  private final Answers answers;
  private final CampaignViews campaignViews;
  private final EnrollmentViews enrollmentViews;
  private final EnrollCalls enrollCalls;
  private final Variables variables;
  private final Outlooks outlooks;
  private final Templates templates;
  private final RunHistories runHistories;
  private final PanelHtml panelHtml;
  private final Pages pages;
  private final UnsubscribePage unsubscribePage;
  private final HostCheck hostCheck;

  /** Takes the engine, and the services of the host that requests need. */
  public Drumbeat(
      Engine engine,
      BundleContext bundle,
      ApplicationProperties application,
      PluginSettingsFactory hostSettings,
      JiraAuthenticationContext authentication,
      GlobalPermissionManager permissions,
      GroupManager groups,
      ProjectRoleManager roles,
      ClusterLockService locks,
      ClusterInfo cluster,
      TimeZoneManager zones,
      PageBuilderService resources) {
    this.engine = engine;
    Texts texts = engine.texts();
    rights = new Rights(hostSettings, groups, permissions);
    settings =
        new Settings(
            engine.sendingSwitch(),
            engine.comments(),
            engine.rules(),
            engine.people(),
            groups,
            roles,
            locks);
    hostCheck = new HostCheck();
    Installation installation =
        new Installation(bundle, application, cluster, engine.sql(), hostCheck::missing);
    health = health(installation);
    support =
        new Support(
            health,
            installation,
            settings,
            rights,
            engine.sendingSwitch(),
            new Support.Sources(
                engine.sql(), engine.campaignStore(), engine.stores().events(), engine.tallies()));
    removal =
        new Removal(
            engine.sql(),
            hostSettings,
            engine.sendingSwitch(),
            locks,
            engine.pool(),
            engine.clock());
    status = new Status(engine.sendingSwitch(), health, installation, engine.clock());
    actors = new Actors(authentication, rights, zones);
    json = new Json(new MailAccountJson(), new DraftJson());
    links = new Links(application);
    answers = new Answers(json, links, texts, new Repeats(engine.sql(), engine.clock()));
    campaignViews = new CampaignViews(engine.campaigns(), answers);
    enrollmentViews = new EnrollmentViews(engine.enrollments(), engine.sends(), answers);
    enrollCalls =
        new EnrollCalls(engine.enrolling(), engine.enrollPreviews(), enrollmentViews, answers);
    variables = new Variables(engine.issueReader(), texts);
    outlooks = new Outlooks(engine.sequences(), engine.issueReader(), texts, engine.clock());
    templates = new Templates(texts);
    ReplyWords replyWords = new ReplyWords(engine.comments());
    runHistories =
        new RunHistories(
            engine.enrollments(),
            engine.sends(),
            engine.replies(),
            replyWords,
            engine.people(),
            texts);
    RunLines runLines =
        new RunLines(
            new RunSentences(texts, engine.clock()), replyWords, engine.people(), texts, links);
    IssueRuns issueRuns =
        new IssueRuns(
            engine.stores().enrollments(), engine.campaignStore(), engine.replies(), runLines);
    panelHtml =
        new PanelHtml(
            engine.accounts(), engine.sendingSwitch(), issueRuns, templates, texts, links);
    pages = new Pages(allPages(), templates, texts, resources);
    unsubscribePage = new UnsubscribePage(templates, texts);
  }

  private Health health(Installation installation) {
    Accounts accounts =
        new Accounts(
            engine.accountStore(),
            engine.stores().enrollments(),
            engine.sends(),
            engine.shards(),
            engine.reply().mailboxes());
    return Health.of(
        accounts,
        engine.jobs().plans(),
        engine.jobRuns(),
        engine.sendingSwitch(),
        installation,
        engine.secrets(),
        new Health.Sources(
            engine.stores().events(), engine.sends(), engine.replacing(), engine.tallies()),
        engine.clock());
  }

  private List<Page> allPages() {
    Texts texts = engine.texts();
    SequenceEditor editor =
        new SequenceEditor(
            engine.accountStore(),
            engine.issueReader(),
            engine.people(),
            variables,
            links,
            texts,
            json,
            new SequenceBodies(answers));
    return List.of(
        new CampaignsPage(
            engine.campaigns(), engine.statistics(), engine.attention(), links, texts),
        newCampaignPage(),
        new CampaignPage(
            engine.campaigns(),
            new CampaignHead(engine.statistics(), engine.attention(), links, texts),
            campaignParts(),
            templates,
            texts),
        new SequencesPage(engine.sequences(), outlooks, engine.people(), links, texts),
        new NewSequencePage(editor),
        new SequencePage(engine.sequences(), editor),
        leadsPage(),
        new StatusPage(status, setUp(), engine.sequences(), answers, texts),
        new SettingsPage(settings, rights, removal, engine.secrets(), links),
        new AccountsPage(
            engine.accounts(),
            new Usage(engine.sql(), engine.clock()),
            engine.reply().mailboxes(),
            engine.clock(),
            texts));
  }

  private LeadsPage leadsPage() {
    Texts texts = engine.texts();
    LeadLines lines = new LeadLines(new RunSentences(texts, engine.clock()), links, texts);
    HistoryLines history = new HistoryLines(engine.people(), links, texts);
    return new LeadsPage(
        engine.leads(),
        lines,
        new PersonPart(engine.leads(), engine.histories(), lines, history, links, texts),
        new SuppressionsPart(engine.suppressions(), history, links, texts),
        links,
        texts);
  }

  private SetUp setUp() {
    return new SetUp(
        engine.accountStore(),
        rights,
        engine.campaignStore(),
        engine.sends(),
        engine.sendingSwitch(),
        links,
        engine.texts());
  }

  private NewCampaignPage newCampaignPage() {
    NewPlan plans =
        new NewPlan(engine.firstChoices(), engine.savedFilters(), engine.texts(), engine.clock());
    return new NewCampaignPage(engine.campaigns(), plans, planModel(), planJson());
  }

  /** In the order of their tabs; the first that fits the state is shown first. */
  private List<CampaignPart> campaignParts() {
    Texts texts = engine.texts();
    return List.of(
        new NumbersPart(engine.statistics(), links, texts),
        new LeadsPart(
            engine.enrollments(),
            engine.statistics(),
            new LeadRows(engine.sendingSwitch(), engine.clock(), links, texts),
            texts),
        new LeftOutPart(engine.audienceReports(), links, texts),
        new ProofPart(engine.statistics(), engine.visibleSends(), links, texts),
        new PlanPart(planModel(), planJson()),
        new LogPart(engine.enrollments(), links, texts));
  }

  private PlanModel planModel() {
    return new PlanModel(
        new PlanChoices(
            engine.firstChoices(),
            engine.savedFilters(),
            engine.sequences(),
            engine.people(),
            engine.rules(),
            engine.sendingSwitch()),
        links,
        engine.texts());
  }

  private PlanJson planJson() {
    return new PlanJson(json, campaignViews);
  }

  @Override
  public void onStart() {
    hostCheck.run();
    engine.start();
    engine.pool().execute(removal::goOn);
    health.startedUp();
  }

  @Override
  public void onStop() {
    engine.stop();
  }

  /** Who is asking, for every entry point. */
  public Actors actors() {
    return actors;
  }

  /** Direct enrollment, for REST. */
  public EnrollCalls enrollCalls() {
    return enrollCalls;
  }

  /** What mails may use, for REST. */
  public Variables variables() {
    return variables;
  }

  /** When the mails of a sequence would go out, for REST. */
  public Outlooks outlooks() {
    return outlooks;
  }

  /** Rights by group, for REST. */
  public Rights rights() {
    return rights;
  }

  /** Bodies, for the error mapper. */
  public Json json() {
    return json;
  }

  /** Addresses, for the issue panel. */
  public Links links() {
    return links;
  }

  /** Answers, for REST. */
  public Answers answers() {
    return answers;
  }

  /** Campaigns as REST prints them. */
  public CampaignViews campaignViews() {
    return campaignViews;
  }

  /** Runs as REST prints them. */
  public EnrollmentViews enrollmentViews() {
    return enrollmentViews;
  }

  /** Templates, for the issue panel. */
  public Templates templates() {
    return templates;
  }

  /** What happened in runs, for REST. */
  public RunHistories runHistories() {
    return runHistories;
  }

  /** The panel on an issue. */
  public PanelHtml panelHtml() {
    return panelHtml;
  }

  /** Pages, for the servlet. */
  public Pages pages() {
    return pages;
  }

  /** Settings of the instance, for REST. */
  public Settings settings() {
    return settings;
  }

  /** The removal of all data, for REST. */
  public Removal removal() {
    return removal;
  }

  /** Whether mail is going out, for REST. */
  public Status status() {
    return status;
  }

  /** The support bundle, for REST. */
  public Support support() {
    return support;
  }

  /** The page for them. */
  public UnsubscribePage unsubscribePage() {
    return unsubscribePage;
  }
}
