package dev.drumbeat.sending;

import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SignedTokens;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EventFilter;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.Marks;
import dev.drumbeat.enrollment.NewEvent;
import dev.drumbeat.enrollment.Stores;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Lets leads stop the mails that they get, by a link that says nothing of them (U5). The token
 * names a run, and so the lead and the campaign; it never expires.
 */
public final class Unsubscribing implements UnsubscribeLinks {

  private static final String PURPOSE = "unsubscribe";
  private static final String EXAMPLE = "example";
  private static final Cause CAUSE = Cause.app(PURPOSE);

  private final SignedTokens tokens;
  private final Suppressions suppressions;
  private final Stores stores;
  private final SendStore sends;
  private final UnaryOperator<String> address;

  /** The last makes the address of a token; it is asked each time, since the base may change. */
  public Unsubscribing(
      SignedTokens tokens,
      Suppressions suppressions,
      Stores stores,
      SendStore sends,
      UnaryOperator<String> address) {
    this.tokens = tokens;
    this.suppressions = suppressions;
    this.stores = stores;
    this.sends = sends;
    this.address = address;
  }

  @Override
  public String url(Enrollment run) {
    return address.apply(tokens.sign(PURPOSE, run.id()));
  }

  @Override
  public String example() {
    return address.apply(EXAMPLE);
  }

  /** The run that a token of ours is about; empty when nobody signed it. */
  public Optional<Enrollment> run(String token) {
    OptionalLong id = tokens.verify(PURPOSE, token);
    return id.isPresent() ? stores.enrollments().find(id.getAsLong()) : Optional.empty();
  }

  /**
   * Stops everything, or only the campaign that the token is about. Twice is the same as once, and
   * a token that nobody signed does nothing.
   */
  public void perform(String token, boolean everything) {
    run(token).ifPresent(run -> perform(run, everything));
  }

  private void perform(Enrollment run, boolean everything) {
    Scope scope = everything ? Scope.INSTANCE : Scope.campaign(run.campaignId());
    // Before the runs end, so that nothing is admitted in between (U3).
    suppressions.add(
        NewSuppression.of(
            run.lead().address(), scope, SuppressionReason.UNSUBSCRIBED, CAUSE.who()));
    boolean known =
        stores.events().count(EventFilter.ofEnrollment(run.id()).only(EventType.UNSUBSCRIBED)) > 0;
    List<Enrollment> stopped =
        stores.enrollments().activeOf(run.lead().addressKey()).stream()
            .filter(active -> everything || active.campaignId() == run.campaignId())
            .toList();
    stores.sql().write(c -> stop(c, run, known, stopped));
  }

  private int stop(Connection c, Enrollment run, boolean known, List<Enrollment> stopped)
      throws SQLException {
    if (!known) {
      stores.events().append(c, NewEvent.of(EventType.UNSUBSCRIBED, run, CAUSE));
    }
    for (Enrollment active : stopped) {
      if (stores.transitions().finish(c, active, EndReason.UNSUBSCRIBED, CAUSE)) {
        sends.cancelOpen(c, active.id(), EndReason.UNSUBSCRIBED.reason());
      }
    }
    Marks.unsubscribed(c, run.campaignId(), run.id(), stores.clock().instant());
    return stopped.size();
  }
}
