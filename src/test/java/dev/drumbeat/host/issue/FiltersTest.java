package dev.drumbeat.host.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.bc.JiraServiceContext;
import com.atlassian.jira.bc.JiraServiceContextImpl;
import com.atlassian.jira.issue.search.SearchRequest;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiltersTest {

  private final TrackerFixture host = new TrackerFixture();
  private final Filters filters = host.tracker.filters();

  @AfterEach
  void close() {
    host.close();
  }

  private SearchRequest get(ApplicationUser user, SearchRequest filter) {
    return filters.getFilter(new JiraServiceContextImpl(user), filter.getId());
  }

  @Test
  void a_filter_keeps_its_owner_name_and_query() {
    SearchRequest added = filters.add(host.sam, "Open leads", "status != Done ORDER BY key");

    SearchRequest read = get(host.sam, added);

    assertThat(read.getName()).isEqualTo("Open leads");
    assertThat(read.getOwner()).isEqualTo(host.sam);
    assertThat(read.getQuery().getQueryString()).isEqualTo("status != Done ORDER BY key");
  }

  @Test
  void a_filter_is_seen_by_its_owner_and_those_it_is_shared_with() {
    SearchRequest own = filters.add(host.lena, "Own", "");
    SearchRequest shared = filters.add(host.lena, "Shared", "", "sales");
    SearchRequest open = filters.add(host.lena, "Open", "", Projects.ANYBODY);

    assertThat(filters.visible(host.lena))
        .extracting("id")
        .containsExactly(open.getId(), own.getId(), shared.getId());
    assertThat(filters.visible(host.sam))
        .extracting("id")
        .containsExactly(open.getId(), shared.getId());
    assertThat(filters.visible(host.bob)).extracting("id").containsExactly(open.getId());
    assertThat(filters.visible((ApplicationUser) null))
        .extracting("id")
        .containsExactly(open.getId());
  }

  @Test
  void a_filter_that_may_not_be_seen_is_null_and_an_error() {
    SearchRequest own = filters.add(host.lena, "Own", "");
    JiraServiceContext context = new JiraServiceContextImpl(host.sam);

    assertThat(filters.getFilter(context, own.getId())).isNull();
    assertThat(context.getErrorCollection().getErrorMessages())
        .containsExactly(
            "The selected filter is not available to you, perhaps it has been deleted or had its"
                + " permissions changed.");
  }

  @Test
  void a_deleted_filter_is_gone() {
    SearchRequest filter = filters.add(host.sam, "Short", "", "sales");

    filters.delete(host.sam, filter.getId());

    assertThat(get(host.sam, filter)).isNull();
  }

  @Test
  void a_filter_can_be_given_another_name_and_query() {
    SearchRequest filter = filters.add(host.sam, "Leads", "");

    filters.change(host.sam, filter.getId(), "Mine", "project = SALES");

    assertThat(get(host.sam, filter).getName()).isEqualTo("Mine");
    assertThat(get(host.sam, filter).getQuery().getQueryString()).isEqualTo("project = SALES");
  }

  @Test
  void nobody_changes_the_filter_of_another() {
    SearchRequest filter = filters.add(host.sam, "Leads", "", "sales");

    assertThatThrownBy(() -> filters.change(host.lena, filter.getId(), "Mine", "status = Done"))
        .isInstanceOf(NotAllowedException.class)
        .hasMessage("You can change your own filters only.");
    assertThatThrownBy(() -> filters.delete(host.lena, filter.getId()))
        .isInstanceOf(NotAllowedException.class);
    assertThat(get(host.sam, filter).getQuery().getQueryString()).isEmpty();
  }

  @Test
  void a_query_that_does_not_parse_is_not_saved() {
    assertThatThrownBy(() -> filters.add(host.sam, "Wrong", "project ="))
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("jql"))
        .hasMessage("Error in the JQL Query: Expecting a value before the end of the query");
    assertThatThrownBy(() -> filters.add(host.sam, " ", ""))
        .hasMessage("A filter needs a name of up to 255 characters.");
    assertThat(filters.visible(host.sam)).isEmpty();
  }

  @Test
  void ones_own_filters_are_the_favourites() {
    filters.add(host.sam, "Mine", "");
    filters.add(host.lena, "Hers", "", "sales");

    assertThat(filters.getOwnedFilters(host.sam)).extracting("name").containsExactly("Mine");
    assertThat(filters.getFavouriteFilters(host.sam)).extracting("name").containsExactly("Mine");
  }
}
