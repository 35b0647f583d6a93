package dev.drumbeat.mail;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a host or its address, as the name service wants it. */
final class HostName {

  private static final int MOST = 253;

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern LIKE_IPV4 = Pattern.compile("(.*\\.)?[0-9]+");
  private static final Pattern LIKE_IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

  private HostName() {}

  /** What people wrote, in ASCII; empty when it cannot be a host. */
  static Optional<String> of(String text) {
    if (LIKE_IPV6.matcher(text).matches()) {
      return Optional.of(text).filter(HostName::isIpv6);
    }
    Optional<String> ascii = ascii(text);
    return ascii.filter(
        name ->
            LIKE_IPV4.matcher(name).matches()
                ? IPV4.matcher(name).matches()
                : name.length() <= MOST && NAME.matcher(name).matches());
  }

  private static boolean isIpv6(String text) {
    try {
      // In brackets nothing but an address is tried, so the name service is never asked.
      InetAddress.getByName("[" + text + "]");
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Optional<String> ascii(String text) {
    try {
      return Optional.of(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
