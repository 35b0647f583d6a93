package dev.drumbeat.reply.incoming;

import static java.util.stream.Collectors.joining;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.OwnClassLoader;
import dev.drumbeat.mail.ParsedAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a message. Whatever they are, the answer is a message and never a failure. */
public final class MailParser {

  /** What follows after so many bytes is not looked at; a message may have been cut there. */
  public static final int MOST_BYTES = 1024 * 1024;

  private static final int LONGEST_ADDRESS_FIELD = 2_000;

  private MailParser() {}

  /** The message that these bytes are. */
  public static IncomingMail parse(byte[] raw) {
    return OwnClassLoader.call(() -> read(raw));
  }

  private static IncomingMail read(byte[] raw) {
    byte[] bounded = Flood.cut(raw);
    try {
      MimeMessage message = new MimeMessage(session(), new SharedByteArrayInputStream(bounded));
      Headers headers = HeaderReader.read(message.getAllHeaders());
      List<MailPart> parts = new PartReader().read(message, headers);
      return new IncomingMail(headers, from(headers), parts, text(parts));
    } catch (MessagingException e) {
      // Only reading the stream fails here, and this one is an array.
      return new IncomingMail(Headers.NONE, null, List.of(), "");
    }
  }

  /** Without settings: nothing of the host's takes part in reading. */
  static Session session() {
    Properties settings = new Properties();
    settings.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(settings);
  }

  private static String text(List<MailPart> parts) {
    String plain = join(parts, part -> part.is("text/plain"));
    return plain.isBlank() ? join(parts, part -> part.is("text/html")) : plain;
  }

  private static String join(List<MailPart> parts, Predicate<MailPart> wanted) {
    return parts.stream()
        .filter(p -> !p.enclosed() && !p.isAttachment())
        .filter(wanted)
        .map(MailPart::text)
        .collect(joining("\n"));
  }

  private static @Nullable MailAddress from(Headers headers) {
    String field = headers.first("From").orElse("");
    return field.length() > LONGEST_ADDRESS_FIELD ? null : address(field);
  }

  private static @Nullable MailAddress address(String field) {
    try {
      InternetAddress[] all = InternetAddress.parseHeader(field, false);
      return all.length > 0
              && all[0].getAddress() != null
              && MailAddress.parse(all[0].getAddress()) instanceof ParsedAddress.Accepted accepted
          ? accepted.address()
          : null;
    } catch (AddressException e) {
      return null;
    }
  }
}
