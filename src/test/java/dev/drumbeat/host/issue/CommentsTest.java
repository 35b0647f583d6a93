package dev.drumbeat.host.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.util.SimpleErrorCollection;
import dev.drumbeat.host.user.HostUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommentsTest {

  private final TrackerFixture host = new TrackerFixture();
  private final Comments comments = host.tracker.comments();
  private final HostIssue issue = host.issue("Lead");
  private final SimpleErrorCollection errors = new SimpleErrorCollection();

  @AfterEach
  void close() {
    host.close();
  }

  private Comment say(HostUser user, String body, String group) {
    return comments.create(user, issue, body, group, null, null, false, errors);
  }

  @Test
  void a_comment_has_an_author_a_text_and_a_time() {
    Comment comment = comments.create(host.sam, issue, "Called, will call back", errors);

    assertThat(comment.getCreated()).isEqualTo(Date.from(TrackerFixture.MONDAY));
    HostComment read = comments.visible(host.lena, issue).get(0);
    assertThat(read).isEqualTo(comment);
    assertThat(read.author()).isEqualTo(host.sam);
    assertThat(read.getBody()).isEqualTo("Called, will call back");
  }

  @Test
  void a_comment_updates_its_issue_now_even_when_it_is_dated_back() {
    host.clock.advance(Duration.ofDays(1));
    Instant earlier = Instant.parse("2026-05-01T08:00:00Z");

    Comment comment =
        comments.create(host.sam, issue, "Old", null, null, Date.from(earlier), false, errors);

    assertThat(comment.getCreated()).isEqualTo(Date.from(earlier));
    assertThat(host.tracker.issues().getIssueObject(issue.getId()).updatedAt())
        .isEqualTo(TrackerFixture.MONDAY.plus(Duration.ofDays(1)));
  }

  @Test
  void a_comment_for_a_group_is_read_by_its_members_alone() {
    say(host.lena, "For all", null);
    say(host.lena, "For leads", "sales-leads");

    assertThat(comments.visible(host.lena, issue))
        .extracting(HostComment::body)
        .containsExactly("For all", "For leads");
    assertThat(comments.visible(host.sam, issue))
        .extracting(HostComment::body)
        .containsExactly("For all");
    assertThat(comments.visible(host.bob, issue)).isEmpty();
    assertThat(comments.visible(null, issue)).isEmpty();
  }

  @Test
  void nobody_restricts_a_comment_to_a_group_they_are_not_in() {
    assertThat(say(host.sam, "Hidden", "sales-leads")).isNull();
    assertThat(errors.getErrors())
        .containsEntry("commentLevel", "You are not a member of the group: sales-leads.");
  }

  @Test
  void those_who_may_not_comment_are_told_so() {
    assertThat(say(host.bob, "Hello", null)).isNull();
    assertThat(say(null, "Hello", null)).isNull();
    assertThat(errors.getErrorMessages())
        .containsExactly(
            "You do not have the permission to comment on this issue.",
            "You do not have the permission to comment on this issue.");
    assertThat(comments.visible(host.sam, issue)).isEmpty();
  }

  @Test
  void a_text_is_needed_and_has_a_limit() {
    assertThat(say(host.sam, " ", null)).isNull();
    assertThat(errors.getErrors()).containsEntry("comment", "Comment body can not be empty!");
    assertThat(say(host.sam, "x".repeat(32_768), null)).isNull();
    assertThat(errors.getErrors())
        .containsEntry("comment", "The comment is longer than the limit of 32,767 characters.");
  }

  @Test
  void there_are_no_project_roles() {
    assertThat(comments.create(host.sam, issue, "Hi", null, 7L, null, false, errors)).isNull();
    assertThat(errors.getErrors()).containsEntry("commentLevel", "Role with id: 7 does not exist.");
  }

  @Test
  void a_comment_on_a_deleted_issue_is_an_error() {
    host.tracker.issues().delete(host.sam, issue);

    assertThat(say(host.sam, "Too late", null)).isNull();
    assertThat(errors.getErrorMessages()).containsExactly("The issue SALES-1 has been deleted.");
  }

  @Test
  void listeners_hear_of_a_comment_when_the_caller_wants_it() {
    List<Long> heard = new ArrayList<>();
    host.tracker.events().register(new Listener(heard));

    comments.create(host.sam, issue, "Loud", null, null, null, true, errors);
    comments.create(host.sam, issue, "Quiet", null, null, null, false, errors);

    assertThat(heard).containsExactly(EventType.ISSUE_COMMENTED_ID);
  }

  /** Notes the types of events. */
  public record Listener(List<Long> heard) {

    /** Called by the publisher. */
    @EventListener
    public void onIssue(IssueEvent event) {
      heard.add(event.getEventTypeId());
    }
  }
}
