package dev.drumbeat.reply.classification;

import dev.drumbeat.reply.incoming.Headers;
import dev.drumbeat.reply.incoming.IncomingMail;
import dev.drumbeat.reply.incoming.MailPart;
import dev.drumbeat.reply.incoming.MessageIds;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The message that a report is about, found by its Message-ID. */
final class OriginalMessage {

  private static final Set<String> HEADER_PARTS =
      Set.of(
          "text/rfc822-headers",
          "text/rfc822-header",
          "message/rfc822-headers",
          "message/global-headers");
  private static final Pattern LINE =
      Pattern.compile("(?im)^[> \\t]{0,10}(?:x-)?(?:original-)?message-id:(.{1,300})$");

  private OriginalMessage() {}

  /** Its id without brackets; null when the report does not tell. */
  static @Nullable String id(IncomingMail mail) {
    return Stream.<Supplier<Optional<String>>>of(
            () -> enclosed(mail), () -> told(mail), () -> mail.answeredIds().stream().findFirst())
        .flatMap(way -> way.get().stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<String> enclosed(IncomingMail mail) {
    return mail.parts().stream()
        .flatMap(part -> headers(part).first("Message-ID").stream())
        .flatMap(field -> MessageIds.in(field).stream())
        .findFirst();
  }

  private static Headers headers(MailPart part) {
    if (part.is("message/rfc822")) {
      return part.headers();
    }
    return HEADER_PARTS.contains(part.type()) ? Headers.of(part.text()) : Headers.NONE;
  }

  /** In a field of the report, or in the copy of the message below its text. */
  private static Optional<String> told(IncomingMail mail) {
    return mail.parts().stream()
        .flatMap(part -> LINE.matcher(part.text()).results())
        .flatMap(line -> MessageIds.in(line.group(1)).stream())
        .findFirst();
  }
}
