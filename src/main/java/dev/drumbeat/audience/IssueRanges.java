package dev.drumbeat.audience;

import static java.util.stream.Collectors.joining;

import com.atlassian.jira.issue.Issue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads all issues of a query in pages, each page a query of its own by key range: Jira may bound
 * how far an offset reaches, and an offset shifts when issues come and go. Keys can only be
 * compared inside one project, so projects are read one after the other.
 */
final class IssueRanges {

  private final String conditions;
  private final int pageSize;
  private final Function<String, List<Issue>> search;
  private final Set<String> read = new LinkedHashSet<>();

  /** The search takes a query and answers the first issues of it, one page at most. */
  IssueRanges(String conditions, int pageSize, Function<String, List<Issue>> search) {
    this.conditions = conditions;
    this.pageSize = pageSize;
    this.search = search;
  }

  /**
   * Hands over page by page until it is answered false; an issue that changes meanwhile may come
   * twice.
   */
  void read(Predicate<List<Issue>> each) {
    List<Issue> page = page(otherProjects());
    while (!page.isEmpty() && each.test(page)) {
      // Sorted by key, so every project on the page is there in full, but for the last one.
      page.forEach(issue -> read.add(project(issue)));
      Issue last = page.get(page.size() - 1);
      boolean mayGoOn = page.size() >= pageSize;
      List<Issue> rest = mayGoOn ? page(restOfProject(last)) : List.of();
      page = rest.isEmpty() ? page(otherProjects()) : rest;
    }
  }

  private List<Issue> page(String range) {
    String both =
        conditions.isEmpty() || range.isEmpty()
            ? conditions + range
            : "(" + conditions + ") AND " + range;
    return search.apply(both + " ORDER BY key ASC");
  }

  private String otherProjects() {
    return read.isEmpty()
        ? ""
        : read.stream().map(JqlText::quoted).collect(joining(", ", "project not in (", ")"));
  }

  private static String restOfProject(Issue last) {
    return "project = %s AND key > %s"
        .formatted(JqlText.quoted(project(last)), JqlText.quoted(last.getKey()));
  }

  private static String project(Issue issue) {
    return issue.getProjectObject().getKey();
  }
}
