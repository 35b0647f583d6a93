package dev.drumbeat.reply;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.request.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what a message means, for the history and wherever else people ask why. */
final class ReplyReasons {

  private ReplyReasons() {}

  static Reason of(Reply reply) {
    String lead = reply.match().lead().text();
    boolean doubtful = !reply.match().confidence().isSure();
    if (doubtful && (reply.kind() == ReplyKind.BOUNCE || reply.kind() == ReplyKind.COMPLAINT)) {
      return Reason.of("drumbeat.reply.reason.other-recipient", lead);
    }
    return switch (reply.kind()) {
      case OUT_OF_OFFICE -> away(author(reply), reply.what().returnOn());
      case BOUNCE -> bounced(lead, reply.what());
      case COMPLAINT -> Reason.of("drumbeat.reply.reason.complaint", lead);
      default -> answered(reply);
    };
  }

  /** What makes a run wait that the message may belong to, and what to do about it. */
  static Reason doubt(Reply reply) {
    return Reason.of("drumbeat.reply.reason.doubt", author(reply), reply.subject());
  }

  private static Reason answered(Reply reply) {
    return Reason.of("drumbeat.reply.reason." + word(reply.kind()), author(reply), reply.subject());
  }

  /** Never the lead where the message names nobody: anybody may have written it. */
  private static String author(Reply reply) {
    MailAddress from = reply.from();
    return from == null ? "?" : from.text();
  }

  private static Reason away(String lead, @Nullable LocalDate returnOn) {
    return returnOn == null
        ? Reason.of("drumbeat.reply.reason.away", lead)
        : Reason.of("drumbeat.reply.reason.away-until", lead, returnOn.toString());
  }

  /** What the last server said is the last sign. */
  private static Reason bounced(String lead, Reply.What what) {
    Failure failure = what.failure() == null ? Failure.UNKNOWN : what.failure();
    List<String> signs = what.evidence();
    String said = signs.isEmpty() ? "" : signs.get(signs.size() - 1);
    return Reason.of("drumbeat.reply.failure." + word(failure), lead, said);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
