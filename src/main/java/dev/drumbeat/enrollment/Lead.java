package dev.drumbeat.enrollment;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * One person, as a rule reached through an issue; the key is that at admission. What hints at the
 * zone is known only until the lead is admitted.
 */
public record Lead(
    MailAddress address,
    @Nullable String name,
    @Nullable Long issueId,
    @Nullable String issueKey,
    ZoneHints zone) {

  /** One of whose zone nothing is known. */
  public Lead(
      MailAddress address,
      @Nullable String name,
      @Nullable Long issueId,
      @Nullable String issueKey) {
    this(address, name, issueId, issueKey, ZoneHints.NONE);
  }

  /** The identity of the person (E3). */
  public String addressKey() {
    return AddressKey.of(address);
  }
}
