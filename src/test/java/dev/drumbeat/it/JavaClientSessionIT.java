package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chavaillaz.jira.client.IssueClient;
import com.chavaillaz.jira.client.JiraClient;
import com.chavaillaz.jira.client.SearchClient;
import com.chavaillaz.jira.client.java.JavaHttpJiraClient;
import com.chavaillaz.jira.domain.Comment;
import com.chavaillaz.jira.domain.Comments;
import com.chavaillaz.jira.domain.Filter;
import com.chavaillaz.jira.domain.Identity;
import com.chavaillaz.jira.domain.Issue;
import com.chavaillaz.jira.domain.IssueTransition;
import com.chavaillaz.jira.domain.IssueType;
import com.chavaillaz.jira.domain.Issues;
import com.chavaillaz.jira.domain.Project;
import com.chavaillaz.jira.domain.User;
import com.chavaillaz.jira.exception.ResponseException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code com.chavaillaz:jira-client} of Maven Central, unmodified, does with the host. */
class JavaClientSessionIT {

  private static String url;
  private static JiraClient<Issue> jira;
  private static IssueClient<Issue> issues;
  private static SearchClient<Issues<Issue>> search;

  @BeforeAll
  static void log_in() throws Exception {
    url = AnsweredLead.house().host.url();
    jira = with(AnsweredLead.token());
    issues = jira.getIssueClient();
    search = jira.getSearchClient();
  }

  private static JiraClient<Issue> with(String token) {
    return new JavaHttpJiraClient<>(url, Issue.class).withAuthentication(token);
  }

  private static Issue lead(String label) {
    Issue issue = Issue.from("Task", "SALES", "A lead of a Java program");
    issue.getFields().setLabels(List.of(label));
    return issue;
  }

  private static String create(String label) {
    return issues.addIssue(lead(label)).join().getKey();
  }

  @Test
  void it_learns_who_it_is_and_which_projects_there_are() {
    User me = jira.getUserClient().getCurrentUser().join();
    Project sales = jira.getProjectClient().getProject("SALES").join();

    assertThat(me.getName()).isEqualTo("lena");
    assertThat(me.getActive()).isTrue();
    assertThat(jira.getProjectClient().getProjects().join())
        .extracting(Project::getKey)
        .containsExactly("RENEWALS", "SALES");
    assertThat(sales.getLead().getDisplayName()).isEqualTo("Lena Leader");
    assertThat(sales.getIssueTypes()).extracting(IssueType::getName).contains("Task", "Bug");
  }

  @Test
  void it_creates_an_issue_and_reads_it() {
    Identity created = issues.addIssue(lead("java-created")).join();

    Issue read = issues.getIssue(created.getKey()).join();

    assertThat(read.getId()).isEqualTo(created.getId());
    assertThat(read.getSelf()).isEqualTo(created.getSelf());
    assertThat(read.getFields().getSummary()).isEqualTo("A lead of a Java program");
    assertThat(read.getFields().getLabels()).containsExactly("java-created");
    assertThat(read.getFields().getStatus().getName()).isEqualTo("To Do");
    assertThat(read.getFields().getReporter().getName()).isEqualTo("lena");
    assertThat(read.getFields().getCreated())
        .isEqualTo(OffsetDateTime.parse("2027-04-05T07:00:00Z"));
    assertThat(read.getTransitions()).hasSize(3);
  }

  @Test
  void it_changes_an_issue_assigns_it_and_moves_it_on() {
    String key = create("java-changed");
    Issue change = Issue.fromKey(key);
    change.getFields().setDescription("Called twice");

    issues.updateIssue(change).join();
    issues.assignIssue(key, User.fromName("sam")).join();
    String done =
        issues.getTransitions(key).join().stream()
            .filter(transition -> transition.getTo().getName().equals("Done"))
            .findFirst()
            .orElseThrow()
            .getId();
    issues.doTransition(key, IssueTransition.fromId(done)).join();

    Issue read = issues.getIssue(key).join();
    assertThat(read.getFields().getDescription()).isEqualTo("Called twice");
    assertThat(read.getFields().getAssignee().getName()).isEqualTo("sam");
    assertThat(read.getFields().getStatus().getName()).isEqualTo("Done");
  }

  @Test
  void it_goes_through_the_pages_of_a_search() {
    List<String> created = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      created.add(create("java-paged"));
    }

    List<String> found = new ArrayList<>();
    int total = 1;
    while (found.size() < total) {
      Issues<Issue> page =
          search.searchIssues("labels = java-paged ORDER BY key", found.size(), 2).join();
      assertThat(page).hasSizeBetween(1, 2);
      page.forEach(issue -> found.add(issue.getKey()));
      total = page.getTotal();
    }

    assertThat(found).isEqualTo(created);
  }

  @Test
  void it_keeps_a_filter_and_searches_by_it() {
    String key = create("java-filtered");
    Filter filter = search.addFilter(Filter.from("Of Java", "labels = java-filtered")).join();

    assertThat(search.getFilter(filter.getId()).join().getJql())
        .isEqualTo("labels = java-filtered");
    assertThat(search.getFavoriteFilters().join()).extracting(Filter::getName).contains("Of Java");
    assertThat(search.searchIssues("filter = " + filter.getId()).join())
        .extracting(Issue::getKey)
        .containsExactly(key);
    search.deleteFilter(filter.getId()).join();
    assertThatThrownBy(() -> search.getFilter(filter.getId()).join())
        .hasMessageContaining("The selected filter is not available to you");
  }

  @Test
  void it_writes_comments_and_reads_them_in_pages() {
    String key = create("java-commented");
    issues.addComment(key, Comment.from("One")).join();
    Comment two = issues.addComment(key, Comment.from("Two")).join();

    Comments page = issues.getComments(key, 1, 5).join();

    assertThat(page.getTotal()).isEqualTo(2);
    assertThat(page).extracting(Comment::getBody).containsExactly("Two");
    assertThat(issues.getComment(key, two.getId()).join()).isEqualTo(two);
    assertThat(two.getAuthor().getEmailAddress()).isEqualTo("lena@example.com");
  }

  @Test
  void it_finds_the_lead_who_answered_and_reads_what_the_app_wrote() {
    Issues<Issue> found =
        search.searchIssues("\"Lead email\" ~ \"" + AnsweredLead.ADDRESS + "\"").join();

    assertThat(found).hasSize(1);
    assertThat(issues.getComments(found.get(0).getKey()).join())
        .singleElement()
        .satisfies(comment -> assertThat(comment.getBody()).contains(AnsweredLead.WORDS));
  }

  @Test
  void it_is_told_what_is_wrong() {
    Issue nameless = lead("java-wrong");
    nameless.getFields().setSummary(null);

    assertThatThrownBy(() -> issues.addIssue(nameless).join())
        .hasCauseInstanceOf(ResponseException.class)
        .hasMessageContaining("(summary) You must specify a summary of the issue.");
    assertThatThrownBy(() -> search.searchIssues("project = ").join())
        .hasMessageContaining("status 400")
        .hasMessageContaining("Error in the JQL Query");
    assertThatThrownBy(() -> issues.getIssue("SECRET-1").join())
        .hasMessageContaining("status 404")
        .hasMessageContaining("Issue Does Not Exist");
    assertThatThrownBy(() -> with("wrong").getUserClient().getCurrentUser().join())
        .hasMessageContaining("status 401");
  }

  @Test
  void a_deleted_issue_is_gone() {
    String key = create("java-deleted");

    issues.deleteIssue(key).join();

    assertThatThrownBy(() -> issues.getIssue(key).join()).hasMessageContaining("status 404");
  }
}
