package dev.drumbeat.enrollment;

import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.scheduler.status.RunOutcome;
import dev.drumbeat.StepSurroundings;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.IssueHost;
import dev.drumbeat.audience.SuppressionRow;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.CampaignRow;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.host.schedule.HostLocks;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.mail.AccountUse.Use;
import dev.drumbeat.mail.MailAccountDraft;
import dev.drumbeat.mail.MailAccountDraft.Imap;
import dev.drumbeat.mail.MailAccountDraft.Smtp;
import dev.drumbeat.mail.MailAccountRow;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.PasswordChange;
import dev.drumbeat.mail.Passwords;
import dev.drumbeat.mail.Secrets;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.Sequence;
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
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Campaigns over the real issues of the host; what belongs on the pool is done at once. */
final class CampaignHost implements AutoCloseable {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  final IssueHost issues = new IssueHost();
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
              LeftOutRow.class));
  final Sql sql = new Sql(new HostTransactions(issues.database));
  final CampaignStore campaigns = new CampaignStore(tables, sql);
  final Stores stores = Stores.on(tables, sql, campaigns, issues.clock);
  final MailAccountStore accounts = new MailAccountStore(tables, sql);
  final SequenceStore sequences = new SequenceStore(tables, sql);
  final Suppressions suppressions = new Suppressions(tables, sql, issues.clock);
  final VisibleCampaigns visible = new VisibleCampaigns(campaigns);
  final Entries entries = new Entries(sequences, accounts);
  final HostLocks locks = new HostLocks();
  final CampaignLeads leads = new CampaignLeads(stores, entries, locks);
  final CampaignControl control = new CampaignControl(stores, visible, leads, Runnable::run);
  final LaunchRun run =
      new LaunchRun(stores, issues.audience, suppressions, entries, control, locks);
  final FlowObstacles obstacles =
      new FlowObstacles(sequences, campaigns, issues.matches, issues.reader);
  final Launch launch =
      new Launch(stores, visible, issues.audience, entries, obstacles, run, Runnable::run);
  final CampaignJob job = new CampaignJob(stores, launch, control, issues.people);
  final Sequences sequenceService;
  final long account;
  final long sequence;

  CampaignHost(Path home) {
    MailAccounts accountService =
        new MailAccounts(
            accounts,
            new Passwords(new Secrets(home, accounts::keysInUse)),
            id -> Use.NONE,
            issues.clock);
    account = accountService.create(anAdministrator(), accountDraft()).id();
    sequenceService =
        new Sequences(
            sequences,
            accounts,
            new MailTemplates(new TemplateNames(List::of)),
            use(),
            new StepSurroundings(
                issues.matches, issues.reader, issues.places, issues.people, campaigns),
            issues.clock);
    sequence = sequence(mail("minutes", 0), mail("days", 1), mail("days", 3)).id();
  }

  private static SequenceUse use() {
    return new SequenceUse() {
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
    };
  }

  private static MailAccountDraft accountDraft() {
    PasswordChange secret = new PasswordChange.Set("secret");
    return new MailAccountDraft(
        null,
        "Sales",
        "sales@example.com",
        "Sales team",
        null,
        new Smtp("127.0.0.1", 2525, "none", null, new PasswordChange.Keep()),
        new Imap("127.0.0.1", 1143, "none", "sales", secret, null),
        null,
        null);
  }

  static StepDraft mail(String unit, int delay) {
    return StepDrafts.of(
        null, null, "email", "Hello", null, "How are you?", delay, unit, null, null, null);
  }

  Sequence sequence(StepDraft... steps) {
    return sequenceService.create(
        actor(issues.sam), new SequenceDraft(null, "Welcome", null, null, List.of(steps)));
  }

  /** May use and launch campaigns. */
  static Actor actor(HostUser user) {
    return new Actor(
        user.key(),
        user.displayName(),
        EnumSet.of(Right.USE_CAMPAIGNS, Right.LAUNCH_CAMPAIGNS),
        Locale.ENGLISH,
        BERLIN);
  }

  Actor sam() {
    return actor(issues.sam);
  }

  /** A draft of sam's over a query. */
  Campaign draft(String jql) {
    return draft(new AudienceRule(null, jql, "reporter", null), null);
  }

  Campaign draft(AudienceRule rule, @Nullable Instant scheduledAt) {
    CampaignPlan plan =
        new CampaignPlan(
            "Spring",
            CampaignKind.SEQUENCE,
            sequence,
            rule,
            List.of(account),
            Schedule.always(BERLIN),
            scheduledAt,
            new CampaignPlan.StopRules(true),
            new CampaignPlan.Limits(null, null),
            null);
    return find(campaigns.insert(plan, issues.sam.key(), issues.clock.instant()));
  }

  Campaign find(long id) {
    return campaigns.find(id).orElseThrow();
  }

  /** All runs of a campaign, the oldest first. */
  List<Enrollment> runs(Campaign campaign) {
    return stores.enrollments().after(EnrollmentFilter.ofCampaign(campaign.id()), 0, 10_000);
  }

  List<EventType> events(Campaign campaign) {
    return stores.events().page(EventFilter.ofCampaign(campaign.id()), 0, 1_000).stream()
        .map(Event::type)
        .toList();
  }

  void runJob() {
    assertThat(job.runJob(null).getRunOutcome()).isEqualTo(RunOutcome.SUCCESS);
  }

  @Override
  public void close() {
    issues.close();
  }
}
