package dev.drumbeat.host.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {

  private final Events events = new Events();

  /** Notes texts and the thread it was called on. */
  static class Listener {
    final List<String> heard = new ArrayList<>();
    Thread thread;

    /** Called by the publisher. */
    @EventListener
    public void onText(String text) {
      heard.add(text);
      thread = Thread.currentThread();
    }

    /** Not annotated, never called. */
    public void onOther(String text) {
      heard.add("other " + text);
    }
  }

  /** Fails on every text. */
  static final class Failing extends Listener {

    @Override
    @EventListener
    public void onText(String text) {
      super.onText(text);
      throw new NoClassDefFoundError("gone after an upgrade");
    }
  }

  /** Has a listener method without a parameter. */
  static final class Odd {

    /** Called by nobody. */
    @EventListener
    public void onNothing() {}
  }

  @Test
  void a_listener_hears_events_of_its_type_on_the_publishing_thread() {
    Listener listener = new Listener();
    events.register(listener);

    events.publish("one");
    events.publish(2);

    assertThat(listener.heard).containsExactly("one");
    assertThat(listener.thread).isEqualTo(Thread.currentThread());
  }

  @Test
  void a_failing_listener_stops_nobody() {
    Listener first = new Listener();
    Failing failing = new Failing();
    Listener last = new Listener();
    List.of(first, failing, last).forEach(events::register);

    events.publish("one");

    assertThat(List.of(first, failing, last)).allSatisfy(l -> assertThat(l.heard).hasSize(1));
  }

  @Test
  void registered_twice_a_listener_hears_once_and_unregistered_not_at_all() {
    Listener listener = new Listener();
    events.register(listener);
    events.register(listener);
    events.publish("one");

    events.unregister(listener);
    events.publish("two");

    assertThat(listener.heard).containsExactly("one");
  }

  @Test
  void what_cannot_listen_is_refused() {
    assertThatThrownBy(() -> events.register("text"))
        .hasMessage(
            "java.lang.String needs public methods with @EventListener and one parameter each");
    assertThatThrownBy(() -> events.register(new Odd()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_happens_to_issues_is_published_after_it_is_there_to_read() {
    try (TrackerFixture host = new TrackerFixture()) {
      IssueListener listener = new IssueListener(host.tracker.issues(), new ArrayList<>());
      host.tracker.events().register(listener);

      HostIssue issue = host.issue("Lead");
      host.tracker.issues().update(host.lena, issue, f -> f.withStatus(HostStatus.DONE));
      host.tracker.issues().update(host.lena, issue, f -> f.withStatus(HostStatus.DONE));
      host.tracker.issues().delete(host.sam, issue);

      assertThat(listener.heard())
          .containsExactly(
              EventType.ISSUE_CREATED_ID + " sam To Do",
              EventType.ISSUE_UPDATED_ID + " lena Done",
              EventType.ISSUE_DELETED_ID + " sam gone");
    }
  }

  /** Notes what it reads from the database when it is called. */
  public record IssueListener(Issues issues, List<String> heard) {

    /** Called by the publisher. */
    @EventListener
    public void onIssue(IssueEvent event) {
      HostIssue now = issues.getIssueObject(event.getIssue().getId());
      String status = now == null ? "gone" : now.getStatus().getName();
      heard.add(event.getEventTypeId() + " " + event.getUser().getUsername() + " " + status);
    }
  }
}
