package dev.drumbeat.mail;

import java.util.List;

/** Who needs a mail account; sequences, campaigns and enrollments know. */
public interface AccountUse {

  /** What could not send any more without that account. */
  Use of(long accountId);

  /** The names of campaigns and sequences, and how many leads are under way. */
  record Use(List<String> campaigns, List<String> sequences, int leads) {

    /** Nobody needs it. */
    public static final Use NONE = new Use(List.of(), List.of(), 0);
  }
}
