package dev.drumbeat.reply.incoming;

import dev.drumbeat.mail.MailAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message from a mailbox.
 *
 * @param from whom it says it is from; null when that is no address
 * @param parts in order, enclosed messages after the part that holds them
 * @param text what its writer typed, quotes and all: the plain text, or else the HTML as text
 */
public record IncomingMail(
    Headers headers, @Nullable MailAddress from, List<MailPart> parts, String text) {

  /** The subject, or the empty text. */
  public String subject() {
    return headers.first("Subject").orElse("");
  }

  /** Its Message-ID without brackets. */
  public Optional<String> messageId() {
    return MessageIds.in(headers.first("Message-ID").orElse("")).stream().findFirst();
  }

  /** The messages that it answers, without brackets: the one before it first. */
  public List<String> answeredIds() {
    List<String> chain = MessageIds.in(headers.first("References").orElse(""));
    Stream<String> newestFirst =
        Stream.iterate(chain.size() - 1, i -> i >= 0, i -> i - 1).map(chain::get);
    return Stream.concat(
            MessageIds.in(headers.first("In-Reply-To").orElse("")).stream(), newestFirst)
        .distinct()
        .toList();
  }

  /** The first part of that media type, which belongs to the message itself. */
  public Optional<MailPart> part(String mediaType) {
    return parts.stream().filter(p -> !p.enclosed() && p.is(mediaType)).findFirst();
  }
}
