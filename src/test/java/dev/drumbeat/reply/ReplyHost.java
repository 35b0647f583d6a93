package dev.drumbeat.reply;

import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.scheduler.status.RunOutcome;
import dev.drumbeat.StepSurroundings;
import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.IssueComments;
import dev.drumbeat.audience.IssueHost;
import dev.drumbeat.audience.SignedTokens;
import dev.drumbeat.audience.SuppressionRow;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.CampaignRow;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.enrollment.CampaignControl;
import dev.drumbeat.enrollment.CampaignLeads;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentRow;
import dev.drumbeat.enrollment.Entries;
import dev.drumbeat.enrollment.Event;
import dev.drumbeat.enrollment.EventFilter;
import dev.drumbeat.enrollment.EventRow;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.FlowObstacles;
import dev.drumbeat.enrollment.Launch;
import dev.drumbeat.enrollment.LaunchRun;
import dev.drumbeat.enrollment.LeftOutRow;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.enrollment.Tally;
import dev.drumbeat.enrollment.TallyRow;
import dev.drumbeat.host.database.HostSettings;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostComment;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.mail.MailLab;
import dev.drumbeat.host.schedule.HostLocks;
import dev.drumbeat.mail.AccountUse.Use;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountDraft;
import dev.drumbeat.mail.MailAccountDraft.Imap;
import dev.drumbeat.mail.MailAccountDraft.Smtp;
import dev.drumbeat.mail.MailAccountRow;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.MailSession;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.mail.PasswordChange;
import dev.drumbeat.mail.Passwords;
import dev.drumbeat.mail.Secrets;
import dev.drumbeat.reply.incoming.MailFixture;
import dev.drumbeat.reply.mailbox.MailboxReader;
import dev.drumbeat.report.Recount;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.Send;
import dev.drumbeat.sending.SendRow;
import dev.drumbeat.sending.SendState;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.Unsubscribing;
import dev.drumbeat.sequence.MailTemplates;
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
import dev.drumbeat.time.Schedule;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;

/** Leads of real campaigns who answer into a real mailbox: sales@example.com, read over IMAP. */
final class ReplyHost implements AutoCloseable {

  static final String SALES = "sales@example.com";

  final IssueHost issues = new IssueHost();
  final MailLab lab = new MailLab(issues.clock, 0, 0);
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
              LeftOutRow.class,
              SendRow.class,
              MailboxRow.class,
              ReplyRow.class));
  final Sql sql = new Sql(new HostTransactions(issues.database));
  final CampaignStore campaigns = new CampaignStore(tables, sql);
  final Stores stores = Stores.on(tables, sql, campaigns, issues.clock);
  final MailAccountStore accounts = new MailAccountStore(tables, sql);
  final Suppressions suppressions = new Suppressions(tables, sql, issues.clock);
  final SendStore sends = new SendStore(sql, stores.events(), issues.clock);
  final ReplyStore replies = new ReplyStore(sql);
  final CommentSettings settings = new CommentSettings(new HostSettings(issues.database));
  final HostField email = issues.tracker.customFields().add("Lead email", FieldKind.TEXT);
  final Unsubscribing unsubscribing;
  final MailAccounts accountService;
  final ReplyParts parts;
  final long account;
  private final HostLocks locks = new HostLocks();
  private final ExecutorService readers = Executors.newFixedThreadPool(2);
  private final MailboxReader reader;
  private final Launch launch;
  private final long sequence;
  private int sent;

  ReplyHost(Path home) {
    issues.tracker.projects().grant(issues.sales, ProjectPermissions.ADD_COMMENTS, "sellers");
    lab.account(SALES, "secret");
    Secrets secrets = new Secrets(home, accounts::keysInUse);
    Passwords passwords = new Passwords(secrets);
    unsubscribing =
        new Unsubscribing(
            new SignedTokens(secrets),
            suppressions,
            stores,
            sends,
            token -> "https://jira.example.com/plugins/servlet/drumbeat/u/" + token);
    MailSession session = new MailSession((SSLSocketFactory) SSLSocketFactory.getDefault());
    accountService = new MailAccounts(accounts, passwords, id -> Use.NONE, issues.clock);
    account = account("Sales", SALES);
    reader = new MailboxReader(session, passwords);
    IssueComments comments =
        new IssueComments(
            issues.tracker.comments(),
            issues.tracker.comments(),
            issues.tracker.issues(),
            issues.people,
            issues.current);
    parts =
        ReplyParts.on(
            tables,
            stores,
            sends,
            accounts,
            reader,
            suppressions,
            unsubscribing,
            new Commenting(comments, settings, reason -> reason.key() + " " + reason.arguments()),
            locks,
            readers);
    SequenceStore sequences = new SequenceStore(tables, sql);
    sequence = sequence(sequences);
    launch = launch(new Entries(sequences, accounts), sequences);
  }

  private long sequence(SequenceStore store) {
    Sequences service =
        new Sequences(
            store,
            accounts,
            new MailTemplates(new TemplateNames(List::of)),
            new Unused(),
            new StepSurroundings(
                issues.matches, issues.reader, issues.places, issues.people, campaigns),
            issues.clock);
    StepDraft now =
        StepDrafts.of(
            null, null, "email", "Hello", null, "How are you?", 0, "minutes", null, null, null);
    StepDraft later =
        StepDrafts.of(null, null, "email", "", null, "And now?", 3, "days", null, null, null);
    return service
        .create(sam(), new SequenceDraft(null, "Welcome", null, null, List.of(now, later)))
        .id();
  }

  private Launch launch(Entries entries, SequenceStore sequences) {
    FlowObstacles obstacles =
        new FlowObstacles(sequences, campaigns, issues.matches, issues.reader);
    VisibleCampaigns visible = new VisibleCampaigns(campaigns);
    CampaignLeads leads = new CampaignLeads(stores, entries, locks);
    CampaignControl control = new CampaignControl(stores, visible, leads, Runnable::run);
    LaunchRun run = new LaunchRun(stores, issues.audience, suppressions, entries, control, locks);
    return new Launch(stores, visible, issues.audience, entries, obstacles, run, Runnable::run);
  }

  Actor sam() {
    return new Actor(
        issues.sam.key(),
        issues.sam.displayName(),
        EnumSet.of(Right.USE_CAMPAIGNS, Right.LAUNCH_CAMPAIGNS),
        Locale.ENGLISH,
        ZoneId.of("Europe/Berlin"));
  }

  /** Another account, whose mailbox is that of the address. */
  long account(String name, String address) {
    return account(name, address, address);
  }

  /** Another account, which reads the mailbox of that user. */
  long account(String name, String address, String user) {
    lab.account(user, "secret");
    return account(name, address, user, lab.imapPort());
  }

  /** Another account, whose mailbox is at that port. */
  long account(String name, String address, String user, int imapPort) {
    PasswordChange secret = new PasswordChange.Set("secret");
    MailAccountDraft draft =
        new MailAccountDraft(
            null,
            name,
            address,
            null,
            null,
            new Smtp("127.0.0.1", lab.smtpPort(), "none", null, new PasswordChange.Keep()),
            new Imap("127.0.0.1", imapPort, "none", user, secret, null),
            null,
            null);
    return accountService.create(anAdministrator(), draft).id();
  }

  /** An issue of a lead who is in a campaign of sam's from now on, and nothing was sent yet. */
  Enrollment enrolled(String address) {
    return enrolled(address, account, true);
  }

  Enrollment enrolled(String address, long accountId, boolean stopOnReply) {
    HostIssue issue = issues.issue(issues.sales, IssueFields.of("Lead").with(email, address));
    CampaignPlan plan =
        new CampaignPlan(
            "Spring",
            CampaignKind.SEQUENCE,
            sequence,
            new AudienceRule(null, "key = " + issue.key(), email.getId(), null),
            List.of(accountId),
            Schedule.always(ZoneId.of("Europe/Berlin")),
            null,
            new CampaignPlan.StopRules(stopOnReply),
            new CampaignPlan.Limits(null, null),
            null);
    long campaign = campaigns.insert(plan, issues.sam.key(), issues.clock.instant());
    Campaign launched = launch.launch(sam(), campaign);
    return stores.enrollments().page(EnrollmentFilter.ofCampaign(launched.id()), 0, 1).get(0);
  }

  /** The first step of a run, as if it had left now. */
  Send sent(Enrollment run) {
    return sent(run, SendState.SENT);
  }

  Send sent(Enrollment run, SendState state) {
    String messageId = "<db.e%d.n%d@example.com>".formatted(run.id(), ++sent);
    long now = issues.clock.millis();
    Columns row =
        Columns.of("SEND_KEY", "e%d.n%d".formatted(run.id(), sent))
            .and("ENROLLMENT_ID", run.id())
            .and("CAMPAIGN_ID", run.campaignId())
            .and("SEQUENCE_ID", run.sequenceId())
            .and("RUN", run.run())
            .and("STEP_ID", run.place().stepId())
            .and("ACCOUNT_ID", run.place().accountId())
            .and("STATE", state.name())
            .and("ADDRESS", run.lead().address().text())
            .and("ADDRESS_KEY", run.lead().addressKey())
            .and("ISSUE_ID", run.lead().issueId())
            .and("OPENER", true)
            .and("MESSAGE_ID", messageId)
            .and("MESSAGE_KEY", AddressKey.ofText(messageId))
            .and("ATTEMPTS", 1)
            .and("HANDED_OVER_AT", state.mayHaveLeft() ? now : null)
            .and("CREATED_AT", now)
            .and("UPDATED_AT", now);
    long id = sql.write(c -> Table.of(SendRow.TABLE).insert(c, row));
    return sends.find(id).orElseThrow();
  }

  /** A message comes into the mailbox of sales. */
  void arrives(MailFixture mail) {
    arrives(SALES, mail);
  }

  void arrives(String mailbox, MailFixture mail) {
    lab.deliver(mailbox, mail.bytes());
  }

  /** What names a send as the message that is answered. */
  static String idOf(Send send) {
    String id = send.messageId();
    return id.substring(1, id.length() - 1);
  }

  /** A reading that ends, as a crash would, before anything follows from what was stored. */
  void readWithoutEffect() throws MessagingException {
    read(reply -> {});
  }

  /** A reading from the start, with something else than what follows usually. */
  void read(Consumer<Reply> then) throws MessagingException {
    reader.read(accountNow(), null, issues.clock.instant(), visit(then));
  }

  MailboxVisit visit(Consumer<Reply> then) {
    parts.mailboxes().prepare(account);
    Receiving receiving =
        new Receiving(
            new Matcher(sends, stores.enrollments(), unsubscribing), replies, issues.clock);
    return new MailboxVisit(
        accountNow(),
        new OwnAccounts(accounts.all()),
        receiving,
        then,
        parts.mailboxes(),
        () -> true);
  }

  void runJob() {
    assertThat(parts.job().runJob(null).getRunOutcome()).isEqualTo(RunOutcome.SUCCESS);
  }

  /** Every message that was kept, the newest first. */
  List<Reply> kept() {
    return replies.page(ReplyFilter.ALL, 0, 100);
  }

  Reply theReply() {
    assertThat(kept()).hasSize(1);
    return kept().get(0);
  }

  Enrollment now(Enrollment run) {
    return stores.enrollments().find(run.id()).orElseThrow();
  }

  Send now(Send send) {
    return sends.find(send.id()).orElseThrow();
  }

  Mailbox mailbox() {
    return parts.mailboxes().get(account);
  }

  MailAccount accountNow() {
    return accounts.find(account).orElseThrow();
  }

  /** What happened to a run since it was admitted. */
  List<EventType> events(Enrollment run) {
    return stores.events().page(EventFilter.ofEnrollment(run.id()), 0, 100).stream()
        .map(Event::type)
        .filter(type -> type != EventType.ENROLLED)
        .toList();
  }

  /** What the numbers of the run's campaign lack of what is in the tables. */
  List<Tally> uncounted(Enrollment run) {
    return new Recount(sql, issues.clock).uncounted(run.campaignId());
  }

  /** What the run's campaign counts of something. */
  long amount(Enrollment run, String metric) {
    return new Tallies(sql)
        .sums(List.of(run.campaignId())).stream()
            .filter(tally -> tally.metric().equals(metric))
            .mapToLong(Tally::amount)
            .sum();
  }

  boolean isSuppressed(Enrollment run) {
    return suppressions.find(run.lead().address(), run.campaignId()).isPresent();
  }

  static MailAddress address(String text) {
    return ((ParsedAddress.Accepted) MailAddress.parse(text)).address();
  }

  /** What stands on the issue of a run. */
  List<HostComment> comments(Enrollment run) {
    return issues.tracker.comments().visible(issues.sam, issue(run));
  }

  HostIssue issue(Enrollment run) {
    return issues.tracker.issues().getIssueObject(run.lead().issueId());
  }

  Instant now() {
    return issues.clock.instant();
  }

  @Override
  public void close() {
    readers.shutdown();
    lab.close();
    issues.close();
  }

  private static final class Unused implements SequenceUse {

    @Override
    public int campaignsUsing(long sequenceId) {
      return 0;
    }

    @Override
    public int activeEnrollments(long sequenceId) {
      return 0;
    }

    @Override
    public Map<Long, UseCount> campaignsUsing(Actor reader, Collection<Long> sequenceIds) {
      return Map.of();
    }
  }
}
