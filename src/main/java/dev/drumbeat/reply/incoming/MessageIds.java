package dev.drumbeat.reply.incoming;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds Message-IDs in header fields, which mail programs fill with more than that. */
public final class MessageIds {

  private static final int MOST = 100;
  private static final Pattern BRACKETED = Pattern.compile("<\\s*([^<>\\s]{3,250})\\s*>");
  private static final Pattern BARE =
      Pattern.compile("[^<>\\s@:;,\"]{1,200}@[^<>\\s@:;,\"]{1,200}");

  private MessageIds() {}

  /** Those in brackets; where there are none, what looks like one. */
  public static List<String> in(String value) {
    List<String> bracketed =
        BRACKETED.matcher(value).results().map(m -> m.group(1)).limit(MOST).toList();
    return bracketed.isEmpty()
        ? BARE.matcher(value).results().map(MatchResult::group).limit(MOST).toList()
        : bracketed;
  }
}
