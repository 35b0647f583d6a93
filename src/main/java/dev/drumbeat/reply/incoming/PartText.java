package dev.drumbeat.reply.incoming;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** The content of a part, decoded as far as it can be. */
final class PartText {

  private static final int LONGEST = 200_000;
  private static final Charset LATIN = Charset.forName("windows-1252");

  private PartText() {}

  /** The text of a text or a report; HTML as plain text; empty for everything else. */
  static String of(MimePart part, MediaType type) {
    if (!type.name().startsWith("text/") && !type.name().startsWith("message/")) {
      return "";
    }
    String text = decoded(bytes(part), type.charset());
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return type.name().equals("text/html") ? HtmlText.of(bounded) : bounded;
  }

  /** The bytes behind the transfer encoding; what comes before a fault in it counts. */
  static byte[] bytes(MimePart part) {
    try {
      return "base64".equalsIgnoreCase(part.getEncoding())
          ? Base64Text.decode(bounded(raw(part)))
          : bounded(stream(part));
    } catch (MessagingException | RuntimeException e) {
      return new byte[0];
    }
  }

  private static byte[] bounded(InputStream from) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] some = new byte[8_192];
    try (from) {
      for (int n = from.read(some);
          n >= 0 && bytes.size() < MailParser.MOST_BYTES;
          n = from.read(some)) {
        bytes.write(some, 0, n);
      }
    } catch (IOException e) {
      return bytes.toByteArray();
    }
    return bytes.toByteArray();
  }

  private static InputStream stream(MimePart part) throws MessagingException {
    try {
      return new MimePartDataSource(part).getInputStream();
    } catch (IOException e) {
      // An encoding that nobody knows: better as it is than not at all.
      return raw(part);
    }
  }

  private static InputStream raw(MimePart part) throws MessagingException {
    if (part instanceof MimeBodyPart body) {
      return body.getRawInputStream();
    }
    return part instanceof MimeMessage message
        ? message.getRawInputStream()
        : new ByteArrayInputStream(new byte[0]);
  }

  private static String decoded(byte[] bytes, @Nullable String charset) {
    if (charset != null) {
      try {
        return new String(bytes, Charset.forName(MimeUtility.javaCharset(charset)));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return guessed(bytes);
      }
    }
    return guessed(bytes);
  }

  private static String guessed(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, LATIN);
    }
  }
}
