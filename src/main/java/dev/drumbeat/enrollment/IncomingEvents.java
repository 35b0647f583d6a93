package dev.drumbeat.enrollment;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.Texts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of what happens outside, an order shipped or a form filled, and wakes the leads who
 * wait for it (T4). Kept and woken in one unit, so that no event passes by a lead who begins to
 * wait at that moment.
 */
public final class IncomingEvents {

  private static final int MOST_WOKEN = 1_000;

  private final Stores stores;
  private final IncomingStore incoming;
  private final IssueReader issues;

  public IncomingEvents(Stores stores, IncomingStore incoming, IssueReader issues) {
    this.stores = stores;
    this.incoming = incoming;
    this.issues = issues;
  }

  /** Takes note of it; refuses, naming the field, what cannot be told of anybody. */
  public Incoming tell(Actor actor, IncomingDraft draft) {
    actor.mustHave(Right.LAUNCH_CAMPAIGNS);
    Problems problems = new Problems();
    String name = new Texts(problems).required("name", draft.name(), IncomingDraft.LONGEST_NAME);
    if ((draft.issueKey() == null) == (draft.email() == null)) {
      problems.add("", "drumbeat.incoming.one-target");
    }
    Map<String, String> data = Variables.check("data", draft.data(), problems);
    MailAddress address = draft.email() == null ? null : address(draft.email(), problems);
    Long issueId = draft.issueKey() == null ? null : issue(actor, draft.issueKey(), problems);
    problems.refuse();
    Incoming told =
        new Incoming(
            0,
            name,
            issueId,
            address == null ? null : address.text(),
            data,
            actor.userKey(),
            stores.clock().instant());
    long id = stores.sql().write(c -> keep(c, told, address));
    return get(actor, id);
  }

  /** One that the actor may know of. */
  public Incoming get(Actor actor, long id) {
    actor.mustHave(Right.LAUNCH_CAMPAIGNS);
    return incoming
        .find(id)
        .filter(told -> told.toldBy().equals(actor.userKey()) || actor.has(Right.ADMINISTER))
        .orElseThrow(
            () -> new NotFound(Reason.of("drumbeat.incoming.not-found", Long.toString(id))));
  }

  private static @Nullable MailAddress address(String text, Problems problems) {
    ParsedAddress parsed = MailAddress.parse(text);
    if (parsed instanceof ParsedAddress.Accepted accepted) {
      return accepted.address();
    }
    problems.add("email", ((ParsedAddress.Refused) parsed).reason());
    return null;
  }

  private @Nullable Long issue(Actor actor, String key, Problems problems) {
    Long id = issues.findId(key, actor.userKey()).orElse(null);
    if (id == null) {
      problems.add("issueKey", "drumbeat.enroll.not.notVisible", key);
    }
    return id;
  }

  private long keep(Connection c, Incoming told, @Nullable MailAddress address)
      throws SQLException {
    String addressKey = address == null ? null : AddressKey.of(address);
    long id = incoming.insert(c, told, addressKey);
    EnrollmentFilter whose =
        told.issueId() == null
            ? EnrollmentFilter.ofLead(String.valueOf(addressKey))
            : EnrollmentFilter.ofIssue(told.issueId());
    for (EnrollmentState state : EnrollmentState.OPEN) {
      if (state.isMoving()) {
        wake(c, whose.in(state));
      }
    }
    return id;
  }

  private void wake(Connection c, EnrollmentFilter filter) throws SQLException {
    for (Enrollment run : stores.enrollments().after(c, filter, 0, MOST_WOKEN)) {
      stores.transitions().wake(c, run);
    }
  }
}
