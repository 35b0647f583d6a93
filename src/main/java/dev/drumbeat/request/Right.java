package dev.drumbeat.request;

/** What a user may be allowed to do with the app. */
public enum Right {
  /** See and edit campaigns and their leads. */
  USE_CAMPAIGNS("drumbeat.right.use-campaigns"),
  /** Let a campaign send. */
  LAUNCH_CAMPAIGNS("drumbeat.right.launch-campaigns"),
  /** Mail accounts, limits, rights and everything of everybody. */
  ADMINISTER("drumbeat.right.administer");

  private final String key;

  Right(String key) {
    this.key = key;
  }

  /** The i18n key of its name. */
  public String key() {
    return key;
  }
}
