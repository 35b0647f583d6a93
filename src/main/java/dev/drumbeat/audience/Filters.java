package dev.drumbeat.audience;

import com.atlassian.jira.bc.JiraServiceContextImpl;
import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.issue.search.SearchRequest;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The saved filters of a user: those that are starred and those that are the user's own. */
public final class Filters {

  private final SearchRequestService filters;
  private final People people;

  public Filters(SearchRequestService filters, People people) {
    this.filters = filters;
    this.people = people;
  }

  /** The user's filters by name, one of each. */
  public List<FilterChoice> of(String userKey) {
    Map<String, FilterChoice> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    people
        .active(userKey)
        .map(user -> Stream.concat(starred(user), owned(user)))
        .orElse(Stream.empty())
        .map(Filters::choice)
        .forEach(filter -> byName.put(filter.name() + " " + filter.id(), filter));
    return List.copyOf(byName.values());
  }

  private Stream<SearchRequest> starred(ApplicationUser user) {
    return filters.getFavouriteFilters(user).stream();
  }

  private Stream<SearchRequest> owned(ApplicationUser user) {
    return filters.getOwnedFilters(user).stream();
  }

  /** Any filter that the user may see. */
  public Optional<FilterChoice> find(String userKey, long id) {
    return people
        .active(userKey)
        .map(user -> filters.getFilter(new JiraServiceContextImpl(user), id))
        .map(Filters::choice);
  }

  private static FilterChoice choice(SearchRequest filter) {
    return new FilterChoice(filter.getId(), filter.getName());
  }

  /** A filter and what people call it. */
  public record FilterChoice(long id, String name) {}
}
