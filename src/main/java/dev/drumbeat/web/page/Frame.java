package dev.drumbeat.web.page;

/** What the host draws around a page. */
public enum Frame {
  /** The menus that everybody has. */
  APP("atl.general"),
  /** Jira's administration. */
  ADMINISTRATION("atl.admin");

  private final String decorator;

  Frame(String decorator) {
    this.decorator = decorator;
  }

  /** The host's name of it. */
  String decorator() {
    return decorator;
  }
}
