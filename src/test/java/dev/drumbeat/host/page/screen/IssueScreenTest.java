package dev.drumbeat.host.page.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.web.api.model.WebPanel;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.page.PluginFixture;
import dev.drumbeat.host.page.screen.SiteFixture.Visitor;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IssueScreenTest {

  private static final SiteFixture site = new SiteFixture();
  private final HostIssue issue = site.richIssue();
  private final String path = "/browse/" + issue.key();
  private final Visitor sam = site.as("sam");

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void an_issue_shows_what_is_known_of_it() {
    Document page = sam.open(path);
    assertThat(page.title()).isEqualTo("[" + issue.key() + "] Demo for Acme <Ltd> - Jira");
    assertThat(page.select("#summary-val").text()).isEqualTo("Demo for Acme <Ltd>");
    assertThat(page.select("#assignee-val").text()).isEqualTo("Ada Admin");
    assertThat(page.select("#due-date").text()).isEqualTo("Jun 12, 2026");
    assertThat(page.select("#" + site.email.getId() + "-val").text()).isEqualTo("jo@acme.example");
    assertThat(page.select("#labels-val .aui-label").eachText())
        .containsExactly("demo", "enterprise");
  }

  @Test
  void a_missing_issue_and_one_that_the_reader_may_not_see_look_the_same() {
    Visitor bob = site.as("bob");
    String invisible = bob.open(path).select("[role=alert]").text();
    assertThat(bob.status()).isEqualTo(404);
    String missing = bob.open("/browse/NOPE-7").select("[role=alert]").text();
    assertThat(bob.status()).isEqualTo(404);
    assertThat(invisible).isEqualTo(missing).contains("does not exist, or you may not see it");
  }

  @Test
  void nobody_who_is_not_logged_in_sees_the_issue() {
    Visitor visitor = site.visitor();
    visitor.open(path);
    assertThat(visitor.status()).isEqualTo(404);
  }

  @Test
  void a_comment_is_added_and_shown_as_it_was_written() {
    String token = sam.open(path).select("[name=atl_token]").attr("value");
    Document page = comment(token, "Call <b>her</b>\nsoon");
    assertThat(sam.path()).isEqualTo("/jira" + path);
    assertThat(page.select(".activity-comment .action-body").first().wholeText())
        .isEqualTo("Call <b>her</b>\nsoon");
  }

  private Document comment(String token, String text) {
    return sam.post(
        "/secure/AddComment.jspa",
        "id",
        issue.id().toString(),
        "atl_token",
        token,
        "comment",
        text);
  }

  @Test
  void a_comment_with_a_forged_token_is_refused() {
    sam.open(path);
    Document page = comment("forged", "Hello");
    assertThat(sam.status()).isEqualTo(403);
    assertThat(page.select("[role=alert]").text()).contains("XSRF security token missing");
    assertThat(site.tracker.comments().visible(site.sam, issue)).isEmpty();
  }

  @Test
  void an_empty_comment_is_answered_with_the_reason() {
    String token = sam.open(path).select("[name=atl_token]").attr("value");
    Document page = comment(token, " ");
    assertThat(sam.status()).isEqualTo(400);
    assertThat(page.select("[role=alert]").text()).isEqualTo("Comment body can not be empty!");
  }

  @Test
  void status_and_assignee_are_changed_by_their_forms_and_the_history_says_so() {
    String token = sam.open(path).select("[name=atl_token]").attr("value");
    String id = issue.id().toString();
    sam.post("/secure/CommentAssignIssue.jspa", "id", id, "atl_token", token, "status", "10001");
    Document page =
        sam.post("/secure/AssignIssue.jspa", "id", id, "atl_token", token, "assignee", "sam");
    assertThat(page.select("#status-val").text()).isEqualTo("Done");
    assertThat(page.select("#assignee-val").text()).isEqualTo("Sam Seller");
    assertThat(page.select("#changehistory-tabpanel td:eq(2)").eachText())
        .containsExactly("status", "assignee");
  }

  @Test
  void nobody_is_assigned_who_does_not_exist() {
    String token = sam.open(path).select("[name=atl_token]").attr("value");
    String id = issue.id().toString();
    Document page =
        sam.post("/secure/AssignIssue.jspa", "id", id, "atl_token", token, "assignee", "<x>");
    assertThat(sam.status()).isEqualTo(400);
    assertThat(page.select("[role=alert]").text()).isEqualTo("There is no user '<x>'.");
  }

  @Test
  void an_issue_that_a_user_may_not_see_is_not_changed_by_a_form_either() {
    Visitor bob = site.as("bob");
    String token = bob.open("/logout").select("[name=atl_token]").attr("value");
    bob.post(
        "/secure/AssignIssue.jspa",
        "id",
        issue.id().toString(),
        "atl_token",
        token,
        "assignee",
        "bob");
    assertThat(bob.status()).isEqualTo(404);
    assertThat(site.tracker.issues().getIssueObject(issue.id()).getAssignee()).isEqualTo(site.ada);
  }

  @Test
  void apps_have_their_places_on_the_page() {
    site.enable(
        new PluginFixture(
            """
            <web-item key="enroll" section="operations-top-level"><label>Enroll</label>
              <link>/enroll?issue=${issue.key}</link></web-item>
            <web-section key="more" location="opsbar-operations"><label>Outreach</label></web-section>
            <web-item key="stop" section="more"><label>Stop</label><link>/stop</link></web-item>
            <web-panel key="campaigns" location="atl.jira.view.issue.right.context"
              class="%s"><label>Campaigns</label></web-panel>
            """
                .formatted(KeyPanel.class.getName())));
    Document page = sam.open(path);
    assertThat(page.select("#opsbar-operations_more_drop a").eachText())
        .containsExactly("Enroll", "Stop");
    assertThat(page.select("#enroll").attr("href")).isEqualTo("/jira/enroll?issue=" + issue.key());
    assertThat(page.select("aside #campaigns.module h4").text()).isEqualTo("Campaigns");
    assertThat(page.select("#campaigns .mod-content b").text()).isEqualTo(issue.key());
  }

  /** Shows the key of the issue. */
  public static final class KeyPanel implements WebPanel {

    @Override
    public String getHtml(Map<String, Object> context) {
      return "<b>" + ((Issue) context.get("issue")).getKey() + "</b>";
    }

    @Override
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
      writer.write(getHtml(context));
    }
  }
}
