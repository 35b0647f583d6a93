package dev.drumbeat.audience;

import dev.drumbeat.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is to be suppressed. The author is a user key, or the part of the app that did it in words
 * such as {@code unsubscribe}.
 */
public record NewSuppression(
    @Nullable MailAddress address,
    @Nullable String domain,
    Scope scope,
    SuppressionReason reason,
    String createdBy,
    @Nullable String note) {

  /** Of one address. */
  public static NewSuppression of(
      MailAddress address, Scope scope, SuppressionReason reason, String createdBy) {
    return new NewSuppression(address, null, scope, reason, createdBy, null);
  }

  String matchKey() {
    return address != null ? keyOf(address, scope) : domainKey(String.valueOf(domain));
  }

  static String keyOf(MailAddress address, Scope scope) {
    return "a." + AddressKey.of(address) + scope.key();
  }

  static String domainKey(String domain) {
    return "d." + AddressKey.hash(domain);
  }
}
