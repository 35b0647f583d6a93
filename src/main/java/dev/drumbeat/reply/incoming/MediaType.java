package dev.drumbeat.reply.incoming;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a part says it is: a lower-case name, and the charset where one is given. */
record MediaType(String name, @Nullable String charset) {

  private static final int LONGEST = 2_000;

  /** Of a part with these fields; without a usable one it is plain text (RFC 2045, 5.2). */
  static MediaType of(Headers headers) {
    String field = headers.first("Content-Type").orElse("text/plain");
    String bounded = field.length() > LONGEST ? field.substring(0, LONGEST) : field;
    try {
      ContentType type = new ContentType(bounded);
      return new MediaType(
          type.getBaseType().toLowerCase(Locale.ROOT), type.getParameter("charset"));
    } catch (ParseException e) {
      return new MediaType(beforeParameters(bounded), null);
    }
  }

  private static String beforeParameters(String field) {
    String name = field.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
    return name.indexOf('/') > 0 ? name : "text/plain";
  }
}
