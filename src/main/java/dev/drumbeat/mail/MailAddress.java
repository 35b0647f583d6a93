package dev.drumbeat.mail;

import dev.drumbeat.request.Reason;
import java.io.Serializable;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One mail address in normal form (E3): trimmed, Unicode composed, the domain in lower-case ASCII.
 * Never a display name, never a line break.
 */
public record MailAddress(String local, String domain) {

  /** Octets that RFC 5321 allows: before the at sign, after it, and in all. */
  private static final int MOST_LOCAL = 64;

  private static final int MOST_DOMAIN = 253;
  private static final int MOST = 254;

  private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
  private static final Pattern LETTER_IN_LAST_LABEL = Pattern.compile(".+\\.[^.]*[a-z][^.]*");

  /** Reads what a person or a field gave; says why when it is not an address. */
  public static ParsedAddress parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return refused("drumbeat.address.empty");
    }
    if (trimmed.length() > MOST) {
      return refused("drumbeat.address.long", MOST);
    }
    if (NOT_PRINTED.matcher(trimmed).find()) {
      return refused("drumbeat.address.control");
    }
    if (trimmed.indexOf('<') >= 0 || trimmed.indexOf('"') >= 0) {
      return refused("drumbeat.address.display-name");
    }
    String composed = Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    int at = composed.lastIndexOf('@');
    if (at < 0 || at == composed.length() - 1) {
      return refused("drumbeat.address.no-domain");
    }
    return of(composed.substring(0, at), composed.substring(at + 1));
  }

  private static ParsedAddress of(String local, String domain) {
    if (local.isEmpty()) {
      return refused("drumbeat.address.no-local");
    }
    if (!LOCAL.matcher(local).matches()) {
      return refused("drumbeat.address.local", local);
    }
    if (octets(local) > MOST_LOCAL) {
      return refused("drumbeat.address.local-long", MOST_LOCAL);
    }
    String ascii = ascii(domain);
    if (!LETTER_IN_LAST_LABEL.matcher(ascii).matches()) {
      return refused("drumbeat.address.domain", domain);
    }
    if (ascii.length() > MOST_DOMAIN || octets(local) + 1 + ascii.length() > MOST) {
      return refused("drumbeat.address.long", MOST);
    }
    return new ParsedAddress.Accepted(new MailAddress(local, ascii));
  }

  /** Empty when the domain has no ASCII form: a letter that is not allowed, a label too long. */
  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static ParsedAddress refused(String key, Serializable... arguments) {
    return new ParsedAddress.Refused(Reason.of(key, arguments));
  }

  /** As it is written in a header. */
  public String text() {
    return local + "@" + domain;
  }

  /** Two addresses of one person are equal in this form (E3). */
  public String comparison() {
    return text().toLowerCase(Locale.ROOT);
  }
}
