package dev.drumbeat.enrollment;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/** One person, as a rule reached through an issue; the key is that at admission. */
public record Lead(
    MailAddress address, @Nullable String name, @Nullable Long issueId, @Nullable String issueKey) {

  /** The identity of the person (E3). */
  public String addressKey() {
    return AddressKey.of(address);
  }
}
