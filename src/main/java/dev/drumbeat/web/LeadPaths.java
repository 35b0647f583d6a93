package dev.drumbeat.web;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a person as a part of a path, and back. */
final class LeadPaths {

  private LeadPaths() {}

  static String of(MailAddress address) {
    return URLEncoder.encode(address.text(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What is no address was never written to. */
  static MailAddress read(String part) {
    if (MailAddress.parse(part) instanceof ParsedAddress.Accepted accepted) {
      return accepted.address();
    }
    throw new NotFound(Reason.of("drumbeat.leads.not-found", part));
  }
}
