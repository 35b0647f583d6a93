package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds mail addresses in reports. */
final class Addresses {

  private static final int MOST = 50;

  /** Bounded on both sides of the sign, so that a long line without one costs no more than that. */
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\p{L}\\p{N}.-]{1,253}");

  private Addresses() {}

  /** All that are in a text, in order, each once. */
  static List<MailAddress> in(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .flatMap(found -> parse(found).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** The one after the type of a report's field: {@code rfc822; buyer@example.org}. */
  static Optional<MailAddress> typed(String field) {
    String address = field.substring(field.indexOf(';') + 1).strip();
    return parse(address.replaceAll("^<|>$", ""))
        .or(() -> in(cut(address, 1_000)).stream().findFirst());
  }

  /** At most so many characters of a text. */
  static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }

  private static Optional<MailAddress> parse(String text) {
    String bare = text.replaceAll("^['\"]+|[.'\"]+$", "");
    return MailAddress.parse(bare) instanceof ParsedAddress.Accepted accepted
        ? Optional.of(accepted.address())
        : Optional.empty();
  }
}
