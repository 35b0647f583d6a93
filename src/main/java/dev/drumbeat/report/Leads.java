package dev.drumbeat.report;

import static dev.drumbeat.enrollment.LeadStore.By.ADDRESS;
import static dev.drumbeat.enrollment.LeadStore.By.DOMAIN;
import static dev.drumbeat.enrollment.LeadStore.By.NAME;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.PastSuppression;
import dev.drumbeat.audience.Suppression;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.LeadStore;
import dev.drumbeat.enrollment.LeadStore.Found;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds people among all campaigns. A whole address or an issue finds whom the reader may see at
 * all; a beginning of an address, a domain or a name finds those in the reader's own campaigns,
 * since which issues somebody may browse is nothing that an index knows.
 */
public final class Leads {

  private final LeadStore store;
  private final CampaignStore campaigns;
  private final Suppressions suppressions;
  private final IssueReader issues;
  private final LeadRuns runs;

  public Leads(Stores stores, Suppressions suppressions, IssueReader issues) {
    this.store = new LeadStore(stores.sql());
    this.campaigns = stores.campaigns();
    this.suppressions = suppressions;
    this.issues = issues;
    this.runs = new LeadRuns(stores.enrollments(), campaigns, issues);
  }

  /** The people that a text finds; refuses, naming {@code q}, what cannot be searched for. */
  public LeadList find(Actor actor, LeadQuery query, int startAt, int maxResults) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    Optional<MailAddress> address = query.address();
    if (address.isPresent()) {
      Person person = person(actor, address.get());
      boolean known = !person.runs().isEmpty() || !person.suppressions().isEmpty();
      return new LeadList(known && startAt == 0 ? List.of(line(person)) : List.of(), true);
    }
    List<Found> found = found(actor, query, startAt + maxResults + 1);
    List<Long> page = found.stream().skip(startAt).limit(maxResults).map(Found::newestRun).toList();
    return new LeadList(lines(store.runs(page)), found.size() <= startAt + maxResults);
  }

  private List<Found> found(Actor actor, LeadQuery query, int most) {
    Optional<Long> issue = query.issueKey().flatMap(key -> issues.findId(key, actor.userKey()));
    if (issue.isPresent()) {
      return store.ofIssue(issue.get(), most);
    }
    String owner = actor.has(Right.ADMINISTER) ? null : actor.userKey();
    Stream<LeadStore.By> ways =
        query.text().contains("@") ? Stream.of(ADDRESS) : Stream.of(ADDRESS, DOMAIN, NAME);
    Map<String, Found> once = new LinkedHashMap<>();
    ways.flatMap(by -> store.beginning(by, query.text(), owner, most).stream())
        .forEach(found -> once.putIfAbsent(found.addressKey(), found));
    return once.values().stream().limit(most).toList();
  }

  private List<LeadList.Line> lines(List<Enrollment> newest) {
    Map<Long, Campaign> named = campaignsOf(newest);
    Map<MailAddress, Suppression> forbidden =
        suppressions.everywhere(newest.stream().map(run -> run.lead().address()).toList());
    return newest.stream().map(run -> LeadList.Line.of(run, named, forbidden)).toList();
  }

  private Map<Long, Campaign> campaignsOf(Collection<Enrollment> all) {
    return campaigns.findAll(all.stream().map(Enrollment::campaignId).collect(Collectors.toSet()));
  }

  private static LeadList.Line line(Person person) {
    Enrollment newest = person.runs().isEmpty() ? null : person.runs().get(0);
    return new LeadList.Line(
        person.address(),
        newest,
        newest == null ? null : person.campaigns().get(newest.campaignId()),
        person.inForce().stream().filter(s -> s.scope().campaignId() == null).findFirst());
  }

  /** One person as far as the reader may see; with nothing at all when nobody ever wrote there. */
  public Person person(Actor actor, MailAddress address) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    LeadRuns.Visible visible = runs.of(AddressKey.of(address), actor);
    List<PastSuppression> past =
        suppressions.history(actor, address).stream()
            .filter(one -> concerns(one, visible.campaigns(), actor))
            .sorted(
                Comparator.comparing(PastSuppression::isInForce)
                    .reversed()
                    .thenComparing(one -> one.suppression().createdAt(), Comparator.reverseOrder()))
            .toList();
    MailAddress written =
        visible.runs().isEmpty() ? address : visible.runs().get(0).lead().address();
    return new Person(written, visible.runs(), visible.campaigns(), past);
  }

  /** One for a single campaign is nobody's business who may not see that. */
  private static boolean concerns(PastSuppression one, Map<Long, Campaign> known, Actor actor) {
    Long only = one.suppression().scope().campaignId();
    Campaign campaign = only == null ? null : known.get(only);
    return only == null
        || actor.has(Right.ADMINISTER)
        || (campaign != null && campaign.isVisibleTo(actor));
  }
}
