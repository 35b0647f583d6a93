package dev.drumbeat.report;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody searches people by: an address, an issue key, or the beginning of something. */
public record LeadQuery(String text) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 254;
  private static final Pattern ISSUE_KEY =
      Pattern.compile("[A-Z][A-Z0-9_]*-[1-9][0-9]{0,17}", Pattern.CASE_INSENSITIVE);

  /** Reads it; refuses, naming {@code q}, what is missing, too short or too long. */
  public static LeadQuery of(@Nullable String q) {
    String text = q == null ? "" : q.strip();
    if (text.isEmpty()) {
      throw InvalidInput.at("q", Reason.of("drumbeat.invalid.required"));
    }
    if (text.length() < SHORTEST) {
      throw InvalidInput.at("q", Reason.of("drumbeat.leads.too-short", SHORTEST));
    }
    if (text.length() > LONGEST) {
      throw InvalidInput.at("q", Reason.of("drumbeat.invalid.too-long", LONGEST));
    }
    return new LeadQuery(text);
  }

  /** The whole address that it is, if it is one. */
  public Optional<MailAddress> address() {
    return MailAddress.parse(text) instanceof ParsedAddress.Accepted accepted
        ? Optional.of(accepted.address())
        : Optional.empty();
  }

  /** The issue key that it may be. */
  Optional<String> issueKey() {
    return ISSUE_KEY.matcher(text).matches()
        ? Optional.of(text.toUpperCase(Locale.ROOT))
        : Optional.empty();
  }
}
