package dev.drumbeat.web.support;

import java.util.Locale;
import java.util.stream.Stream;

/** What kind of mail server it is, which says enough about it without naming it. */
enum Provider {
  GMAIL("gmail", "gmail.com googlemail.com google.com"),
  MICROSOFT_365("microsoft365", "office365.com outlook.com"),
  LOCAL("local", "localhost 127.0.0.1 ::1"),
  OTHER("other", "");

  private final String word;
  private final String domains;

  Provider(String word, String domains) {
    this.word = word;
    this.domains = domains;
  }

  /** The word for a server of that name. */
  static String of(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    for (Provider provider : values()) {
      if (Stream.of(provider.domains.split(" ", -1)).anyMatch(d -> isIn(name, d))) {
        return provider.word;
      }
    }
    return OTHER.word;
  }

  private static boolean isIn(String name, String domain) {
    return !domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain));
  }
}
