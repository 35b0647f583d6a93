package dev.drumbeat.host.page.screen;

import java.util.List;

/** The installed apps, for the page that lists them. */
public interface AppList {

  /** All of them, in the order in which they are listed. */
  List<AppLine> apps();

  /** Starts an app; what goes wrong is the reason that its line shows then. */
  void enable(String key);

  /** Stops an app. */
  void disable(String key);
}
