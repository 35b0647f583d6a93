package dev.drumbeat.sending;

import dev.drumbeat.audience.TaskIssue;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Turn;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What keeps a due step from being sent as a mail now, and what becomes of the run. */
sealed interface Hindrance {

  /** Not yet: looked at again then. */
  record PutOff(Instant until, Reason why) implements Hindrance {}

  /** Not yet: looked at again then, or as soon as something has changed. */
  record Listen(Instant until, Reason why) implements Hindrance {}

  /** Not yet, and nobody else of the campaign who is due in the same state. */
  record PutOffCampaign(Instant until, Reason why) implements Hindrance {}

  /** Not before somebody or something lets the run go on. */
  record Pause(PauseReason pause, Reason why) implements Hindrance {}

  /** Never: the run is over. */
  record End(EndReason end, Reason why) implements Hindrance {}

  /** The step is not there any more: the run goes on to the next one, counted from then (V4). */
  record Skip(Instant countedFrom, Reason why) implements Hindrance {}

  /** The whole campaign cannot go on. */
  record PauseCampaign(Reason why) implements Hindrance {}

  /** The run goes another way than through the step. */
  record Divert(Turn turn) implements Hindrance {}

  /** The run goes to another campaign instead of its step. */
  record Leave(long campaignId, Reason why) implements Hindrance {}

  /** Somebody has still to do what the step says. */
  record Await(OpenTask task) implements Hindrance {}

  /** What the step says was done, or need not be waited for. */
  record Pass(OpenTask task, Instant doneAt) implements Hindrance {}

  /** What the step says was given to somebody just now. */
  record Made(OpenTask task, TaskIssue issue, @Nullable Reason warning) implements Hindrance {}

  /** It was sent already, and the run has to move on (X6). */
  record Done(Send send) implements Hindrance {}
}
