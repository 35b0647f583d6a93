package dev.drumbeat.mail;

import dev.drumbeat.request.Reason;

/** What became of a text that should be an address. */
public sealed interface ParsedAddress {

  /** The text is not an address that mail can be sent to, and why. */
  record Refused(Reason reason) implements ParsedAddress {}

  /** The address, in normal form. */
  record Accepted(MailAddress address) implements ParsedAddress {}
}
