package dev.drumbeat.audience;

import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;
import dev.drumbeat.request.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom a campaign writes to, under the rights of one user: what that user may not see is not
 * in the audience. Takes the same memory whatever the size.
 */
public final class Audience {

  private static final int PAGE = 500;
  private static final String PATH = "audience";

  private final SearchService search;
  private final SearchRequestService filters;
  private final AddressField addresses;
  private final People people;
  private final ActingUser acting;
  private final IntSupplier mostIssues;

  public Audience(
      SearchService search,
      SearchRequestService filters,
      WatcherManager watchers,
      CustomFieldManager customFields,
      People people,
      JiraAuthenticationContext context,
      IntSupplier mostIssues) {
    this.search = search;
    this.filters = filters;
    this.addresses = new AddressField(watchers, customFields);
    this.people = people;
    this.acting = new ActingUser(context);
    this.mostIssues = mostIssues;
  }

  /**
   * Notes everything that makes the rule unusable for the user, below that path of the input;
   * answers whether there is nothing.
   */
  public boolean check(AudienceRule rule, String userKey, Problems problems, String path) {
    boolean hasField = addresses.exists(rule.addressField());
    if (!hasField) {
      problems.add(path + ".addressField", "drumbeat.audience.address-field", rule.addressField());
    }
    int most = Math.min(AudienceRule.MOST_ISSUES, mostIssues.getAsInt());
    Integer limit = rule.limit();
    boolean hasLimit = limit == null || (limit >= 1 && limit <= most);
    if (!hasLimit) {
      problems.add(path + ".limit", "drumbeat.invalid.range", "1", Integer.toString(most));
    }
    boolean finds = search(rule, userKey, problems, path, (user, query) -> query).isPresent();
    return hasField && hasLimit && finds;
  }

  /** Whether there is such a custom field, which may say where a lead lives. */
  public boolean hasCustomField(String id) {
    return addresses.isCustom(id);
  }

  /** How many issues there are now. Refuses a rule that {@link #check} complains of. */
  public int count(AudienceRule rule, String userKey) {
    return search(rule, userKey, (user, query) -> searchOf(user).count(query));
  }

  /**
   * Hands over everybody in it, issue by issue in the order of the keys, until it is answered
   * false; who is handed over twice, because an issue changed meanwhile, is the caller's matter.
   * Refuses a rule that {@link #check} complains of.
   */
  public void read(AudienceRule rule, String userKey, Predicate<Candidate> each) {
    read(rule, null, userKey, each);
  }

  /** The same, with what that custom field says of each lead's zone; null asks for none. */
  public void read(
      AudienceRule rule, @Nullable String zoneField, String userKey, Predicate<Candidate> each) {
    Reading reading =
        search(rule, userKey, (user, query) -> new Reading(user, searchOf(user).text(query)));
    ApplicationUser user = reading.user();
    Function<Issue, List<Candidate>> candidates = addresses.reader(rule.addressField(), zoneField);
    new IssueRanges(
            JqlText.conditions(reading.jql()),
            PAGE,
            jql -> acting.as(user, () -> searchOf(user).page(jql, PAGE)))
        .read(issues -> acting.as(user, () -> found(issues, candidates)).stream().allMatch(each));
  }

  private static List<Candidate> found(
      List<Issue> issues, Function<Issue, List<Candidate>> candidates) {
    return issues.stream().flatMap(issue -> candidates.apply(issue).stream()).toList();
  }

  private <A> A search(
      AudienceRule rule, String userKey, BiFunction<ApplicationUser, Query, A> work) {
    Problems problems = new Problems();
    Optional<A> answer = search(rule, userKey, problems, PATH, work);
    problems.refuse();
    return answer.orElseThrow();
  }

  private <A> Optional<A> search(
      AudienceRule rule,
      String userKey,
      Problems problems,
      String path,
      BiFunction<ApplicationUser, Query, A> work) {
    Optional<ApplicationUser> user = people.active(userKey);
    if (user.isEmpty()) {
      problems.add(path, "drumbeat.audience.user-inactive", userKey);
      return Optional.empty();
    }
    return acting.as(
        user.get(),
        () ->
            searchOf(user.get())
                .query(rule, problems, path)
                .map(query -> work.apply(user.get(), query)));
  }

  private UserSearch searchOf(ApplicationUser user) {
    return new UserSearch(search, filters, user);
  }

  private record Reading(ApplicationUser user, String jql) {}
}
