package dev.drumbeat.audience;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a suppression reaches (U1): everything, or one campaign. */
public record Scope(@Nullable Long campaignId) {

  /** Nobody writes there. */
  public static final Scope INSTANCE = new Scope(null);

  private static final Pattern CAMPAIGN = Pattern.compile("campaign:([1-9][0-9]{0,17})");

  /** That campaign does not write there. */
  public static Scope campaign(long id) {
    return new Scope(id);
  }

  /** Reads {@code instance} or {@code campaign:7}. */
  public static Optional<Scope> parse(String text) {
    if (text.equals("instance")) {
      return Optional.of(INSTANCE);
    }
    var campaign = CAMPAIGN.matcher(text);
    return campaign.matches()
        ? Optional.of(campaign(Long.parseLong(campaign.group(1))))
        : Optional.empty();
  }

  /** As REST and the table have it. */
  public String text() {
    return campaignId == null ? "instance" : "campaign:" + campaignId;
  }

  String key() {
    return campaignId == null ? "" : ".c" + campaignId;
  }
}
