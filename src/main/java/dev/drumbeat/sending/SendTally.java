package dev.drumbeat.sending;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Marks;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.enrollment.Tally;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a change of a send means for the numbers of its campaign, by step. Sends that are open are
 * those that were begun and have not come to an end, so the steps of the work on them cost nothing.
 */
public final class SendTally {

  /** Sends that were ever begun. */
  public static final String BEGUN = "send.begun";

  /** Sends that were taken for sent and came back. */
  public static final String CAME_BACK = "send.cameBack";

  private static final String VARIANT = "variant.";

  /** The states that are counted; whatever is in none of them is open. */
  public static final Set<SendState> COUNTED =
      Set.of(
          SendState.SENT,
          SendState.REJECTED,
          SendState.UNKNOWN,
          SendState.SKIPPED,
          SendState.CANCELLED);

  private SendTally() {}

  /** The word for sends in one of the states that are counted. */
  public static String metric(SendState state) {
    return "send." + state.name().toLowerCase(Locale.ROOT);
  }

  /** The word for the same of one variant of a step. */
  public static String of(String variant, String metric) {
    return ofVariant(variant) + metric;
  }

  /** What the words of a variant begin with. */
  public static String ofVariant(String variant) {
    return VARIANT + variant + ".";
  }

  static void begun(Connection c, Enrollment run) throws SQLException {
    long step = run.place().stepId();
    Tallies.add(c, List.of(new Tally(run.campaignId(), BEGUN, step, 1)));
  }

  /** A send got from one state into another, in this unit. */
  static void changed(Connection c, Send send, SendState from, SendState to) throws SQLException {
    Tallies.add(c, amounts(send, from, to));
    if (to == SendState.SENT && from != SendState.SENT) {
      Marks.delivered(c, send.enrollmentId());
    }
  }

  /** A send came back that was in that state. */
  static void cameBack(Connection c, Send send, SendState from) throws SQLException {
    List<Tally> amounts = new ArrayList<>(amounts(send, from, SendState.SENT));
    add(amounts, send, CAME_BACK, 1);
    Tallies.add(c, amounts);
    if (from == SendState.SENT) {
      Marks.cameBack(c, send.enrollmentId());
    }
  }

  private static List<Tally> amounts(Send send, SendState from, SendState to) {
    List<Tally> amounts = new ArrayList<>();
    if (COUNTED.contains(from)) {
      add(amounts, send, metric(from), -1);
    }
    if (COUNTED.contains(to)) {
      add(amounts, send, metric(to), 1);
    }
    return amounts;
  }

  private static void add(List<Tally> amounts, Send send, String metric, long amount) {
    amounts.add(new Tally(send.campaignId(), metric, send.stepId(), amount));
    if (send.variant() != null) {
      amounts.add(new Tally(send.campaignId(), of(send.variant(), metric), send.stepId(), amount));
    }
  }
}
