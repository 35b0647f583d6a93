package dev.drumbeat.reply.incoming;

import jakarta.mail.Header;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.Enumeration;

/** Turns Jakarta Mail's header fields into ours. */
final class HeaderReader {

  private HeaderReader() {}

  static Headers read(Enumeration<Header> fields) {
    Headers.Builder all = new Headers.Builder();
    for (Header field : Collections.list(fields)) {
      if (field.getName() != null && field.getValue() != null) {
        all.add(field.getName(), decoded(field.getValue()));
      }
    }
    return all.build();
  }

  private static String decoded(String value) {
    String unfolded = MimeUtility.unfold(value);
    try {
      return MimeUtility.decodeText(unfolded);
    } catch (UnsupportedEncodingException | RuntimeException e) {
      return unfolded;
    }
  }
}
