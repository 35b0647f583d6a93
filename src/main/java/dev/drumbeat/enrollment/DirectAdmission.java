package dev.drumbeat.enrollment;

import static dev.drumbeat.campaign.CampaignState.PAUSED;
import static dev.drumbeat.campaign.CampaignState.RUNNING;
import static java.util.stream.Collectors.toMap;

import dev.drumbeat.audience.Suppression;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.SqlWork;
import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.log.Fault;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits applicants by the rules of every admission: not whom a suppression forbids, nobody twice,
 * and nobody again who was in before (E4, E5). A slice is one unit; one that fails is taken apart.
 */
final class DirectAdmission {

  private static final Logger LOG = LoggerFactory.getLogger(DirectAdmission.class);
  private static final int FIRST_RUN = 1;
  private static final Cause CAMPAIGN = Cause.app("campaign");

  private final Stores stores;
  private final Suppressions suppressions;
  private final Entry entry;
  private final Map<String, String> variables;
  private final @Nullable String enroller;
  private final Cause cause;

  DirectAdmission(
      Stores stores,
      Suppressions suppressions,
      Entry entry,
      Map<String, String> variables,
      @Nullable String enroller,
      Cause cause) {
    this.stores = stores;
    this.suppressions = suppressions;
    this.entry = entry;
    this.variables = variables;
    this.enroller = enroller;
    this.cause = cause;
  }

  /** What became of each, in the same order. */
  List<Enrolled> admit(List<Applicant> slice) {
    try {
      return store(decide(slice, new HashMap<>()));
    } catch (SqlFailure e) {
      return slice.size() > 1
          ? slice.stream().flatMap(one -> admit(List.of(one)).stream()).toList()
          : List.of(alone(slice.get(0), e));
    }
  }

  /** Either another request was faster, or the lead is what is wrong. */
  private Enrolled alone(Applicant applicant, SqlFailure failure) {
    if (failure.isDuplicate()) {
      return Enrolled.not(applicant, LeftOutReason.ALREADY_ENROLLED, null);
    }
    LOG.warn(
        "{}: the lead cannot be stored and is not enrolled",
        About.of(Thing.CAMPAIGN, campaignId()).and(Thing.ISSUE, applicant.issueId()),
        Fault.of(failure));
    return Enrolled.not(applicant, LeftOutReason.FAILED, null);
  }

  /**
   * Admits one lead in a unit that begins with other work (S7). Empty, and nothing is done, when
   * that finds that it is too late; refuses as a campaign does that takes nobody.
   */
  Optional<Enrolled> admitAfter(SqlWork<Boolean> work, Applicant applicant) {
    Instant now = stores.clock().instant();
    Decision decision = decide(List.of(applicant), new HashMap<>()).get(0);
    Optional<NewEnrollment> run = entering(decision, now);
    return run.isEmpty()
        ? Optional.of(decision.outcome(Map.of()))
        : stores.sql().write(c -> admitAfter(c, work, run.get(), now));
  }

  private Optional<Enrolled> admitAfter(
      Connection c, SqlWork<Boolean> work, NewEnrollment run, Instant now) throws SQLException {
    if (!work.run(c)) {
      return Optional.empty();
    }
    return Optional.of(
        store(c, List.of(run), now)
            .map(runs -> Enrolled.as(runs.get(0)))
            .orElseThrow(() -> Targets.refusal(entry.campaign())));
  }

  /**
   * What would become of each, without a trace. Leads are chosen once in all slices that share the
   * map.
   */
  List<Foreseen> foresee(List<Applicant> slice, Map<String, Lead> chosen) {
    Instant now = stores.clock().instant();
    return decide(slice, chosen).stream().map(decision -> foreseen(decision, now)).toList();
  }

  private Foreseen foreseen(Decision decision, Instant now) {
    return entering(decision, now)
        .map(run -> new Foreseen(run, null))
        .orElseGet(() -> new Foreseen(null, decision.outcome(Map.of())));
  }

  private Optional<NewEnrollment> entering(Decision decision, Instant now) {
    return Optional.ofNullable(decision.lead())
        .flatMap(lead -> entry.admit(lead, FIRST_RUN, variables, now))
        .map(run -> run.by(enroller));
  }

  private List<Decision> decide(List<Applicant> slice, Map<String, Lead> chosen) {
    List<Decision> readable = slice.stream().map(Decision::on).toList();
    List<Lead> leads =
        readable.stream().flatMap(d -> Optional.ofNullable(d.lead()).stream()).toList();
    List<String> keys = leads.stream().map(Lead::addressKey).distinct().toList();
    Map<String, Enrollment> runs =
        stores.enrollments().ofLeads(campaignId(), keys).stream()
            .collect(toMap(run -> run.lead().addressKey(), Function.identity(), (a, b) -> a));
    Map<MailAddress, Suppression> suppressed =
        suppressions.among(leads.stream().map(Lead::address).toList(), campaignId());
    List<Decision> decided = new ArrayList<>();
    for (Decision decision : readable) {
      Lead lead = decision.lead();
      decided.add(lead == null ? decision : decide(decision, lead, runs, suppressed, chosen));
    }
    return decided;
  }

  private static Decision decide(
      Decision decision,
      Lead lead,
      Map<String, Enrollment> runs,
      Map<MailAddress, Suppression> suppressed,
      Map<String, Lead> chosen) {
    Lead first = chosen.get(lead.addressKey());
    Suppression suppression = suppressed.get(lead.address());
    if (runs.containsKey(lead.addressKey())) {
      return decision.butNot(LeftOutReason.ALREADY_ENROLLED, null);
    }
    if (first != null) {
      Reason same = Reason.of("drumbeat.left-out.duplicate", String.valueOf(first.issueKey()));
      return decision.butNot(LeftOutReason.DUPLICATE, same);
    }
    if (suppression != null) {
      return decision.butNot(LeftOutReason.SUPPRESSED, suppression.reason().reason());
    }
    chosen.put(lead.addressKey(), lead);
    return decision;
  }

  private List<Enrolled> store(List<Decision> decisions) {
    Instant now = stores.clock().instant();
    List<NewEnrollment> admitted =
        decisions.stream().flatMap(decision -> entering(decision, now).stream()).toList();
    Map<String, Enrollment> runs =
        stores
            .sql()
            .write(c -> store(c, admitted, now))
            .orElseThrow(() -> Targets.refusal(campaignNow()))
            .stream()
            .collect(toMap(run -> run.lead().addressKey(), Function.identity()));
    return decisions.stream().map(decision -> decision.outcome(runs)).toList();
  }

  /** Empty when the campaign takes nobody any more. */
  private Optional<List<Enrollment>> store(Connection c, List<NewEnrollment> admitted, Instant now)
      throws SQLException {
    boolean waits = !enter(c, RUNNING, admitted);
    if (waits && !(Targets.mayWait(entry.campaign()) && enter(c, PAUSED, admitted))) {
      return Optional.empty();
    }
    List<Enrollment> runs = stores.enrollments().insert(c, admitted, now);
    stores.events().appendAll(c, NewEnrollment.events(admitted, runs, cause));
    return Optional.of(waits ? waiting(c, runs) : runs);
  }

  private boolean enter(Connection c, CampaignState state, List<NewEnrollment> admitted)
      throws SQLException {
    return stores.campaigns().enter(c, campaignId(), state, admitted.size());
  }

  /** Whoever enters a paused campaign waits as everybody else in it. */
  private List<Enrollment> waiting(Connection c, List<Enrollment> runs) throws SQLException {
    List<Enrollment> waiting = new ArrayList<>();
    for (Enrollment run : runs) {
      stores.transitions().pause(c, run, PauseReason.CAMPAIGN_PAUSED, null, CAMPAIGN);
      waiting.add(stores.enrollments().find(c, run.id()).orElse(run));
    }
    return waiting;
  }

  private Campaign campaignNow() {
    return stores.campaigns().find(campaignId()).orElse(entry.campaign());
  }

  private long campaignId() {
    return entry.campaign().id();
  }
}
