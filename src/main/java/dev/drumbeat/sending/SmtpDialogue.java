package dev.drumbeat.sending;

import dev.drumbeat.log.Fault;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendOutcome.Deferred;
import dev.drumbeat.sending.SendOutcome.Scope;
import dev.drumbeat.sending.SendOutcome.Unknown;
import dev.drumbeat.sending.SendOutcome.Withheld;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SMTP connection that hands over one message after the other and knows what the server said at
 * each stage. Jakarta Mail itself loses the answer to a body when the server hangs up right after
 * it, and that answer is the difference between refused and unknown.
 */
final class SmtpDialogue extends SMTPTransport {

  /** The answer to DATA that asks for the body. */
  private static final int GO_AHEAD = 354;

  private static final Logger LOG = LoggerFactory.getLogger(SmtpDialogue.class);

  private final Map<Stage, SmtpReply> replies = new EnumMap<>(Stage.class);
  private Optional<Stage> stage = Optional.empty();

  SmtpDialogue(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  /** Hands over a message to its one recipient; the mark is committed after 354 (X3). */
  synchronized SendOutcome handOver(Outgoing message, Mark mark) {
    replies.clear();
    stage = Optional.empty();
    Marked marked = new Marked(session, message, mark);
    try {
      sendMessage(marked, message.recipients());
      return outcome(marked, null);
    } catch (MessagingException | RuntimeException e) {
      return outcome(marked, e);
    }
  }

  private SendOutcome outcome(Marked marked, @Nullable Exception fault) {
    if (marked.refusal != null) {
      return new Withheld(marked.refusal.reason());
    }
    if (marked.isMarked) {
      SmtpReply last = replies.get(Stage.BODY);
      return last == null ? new Unknown(lost(fault)) : Verdict.of(Stage.BODY, last);
    }
    return refused().orElseGet(() -> new Deferred(Scope.ACCOUNT, FailureClass.SOFT, lost(fault)));
  }

  /** What the first answer means that did not accept a command. */
  private Optional<SendOutcome> refused() {
    return replies.entrySet().stream()
        .filter(e -> !isAccepted(e.getKey(), e.getValue()))
        .map(e -> Verdict.of(e.getKey(), e.getValue()))
        .findFirst();
  }

  private static boolean isAccepted(Stage stage, SmtpReply reply) {
    return stage == Stage.DATA ? reply.code() == GO_AHEAD : reply.isPositive();
  }

  /** Whether the server had ended the connection before it heard of the last message. */
  boolean wasOver() {
    SmtpReply first = replies.get(Stage.MAIL);
    return first == null || first.code() == Verdict.SERVICE_CLOSING;
  }

  private static Reason lost(@Nullable Exception fault) {
    Throwable deepest = fault;
    while (deepest != null && deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest == null || deepest.getMessage() == null
        ? Reason.of("drumbeat.outcome.hung-up")
        : Reason.of("drumbeat.outcome.lost", deepest.getMessage());
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    stage = Stage.of(command);
    super.sendCommand(command);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    stage.ifPresent(
        s -> SmtpReply.of(code, getLastServerResponse()).ifPresent(reply -> replies.put(s, reply)));
    return code;
  }

  /** Commits the mark between the server's 354 and the first byte of the body. */
  private static final class Marked extends SMTPMessage {

    private final Outgoing message;
    private final Mark mark;
    private boolean isMarked;
    private Mark.@Nullable NotMarked refusal;

    Marked(Session session, Outgoing message, Mark mark) {
      super(session);
      this.message = message;
      this.mark = mark;
      setEnvelopeFrom(message.from().text());
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
      try {
        mark.commit();
      } catch (Mark.NotMarked e) {
        refusal = e;
        throw e;
      } catch (RuntimeException e) {
        refusal = new Mark.NotMarked(Reason.of("drumbeat.outcome.no-mark"));
        LOG.error("A message was held back, since its hand-over could not be marked", Fault.of(e));
        throw refusal;
      }
      isMarked = true;
      message.writeTo(out);
    }
  }
}
