package dev.drumbeat.web;

import dev.drumbeat.reply.CommentRules;
import dev.drumbeat.reply.CommentSettings;
import dev.drumbeat.reply.Reply;

/**
 * Who may read on an issue what a lead wrote. Whoever steers the run always may; the others as far
 * as they would read it in the comment that tells of it, which may be kept for a few or be left
 * out.
 */
public final class ReplyWords {

  private final CommentSettings comments;

  public ReplyWords(CommentSettings comments) {
    this.comments = comments;
  }

  /** Whether a reader of the issue may read them. */
  public boolean areFor(boolean maySteer) {
    CommentRules rules = comments.get();
    return maySteer || (rules.enabled() && rules.group() == null && rules.roleId() == null);
  }

  /** What is new in a message, else all of it, cut to that length. */
  public static String of(Reply reply, int longest) {
    String newText = reply.words().newText().strip();
    String text = newText.isEmpty() ? reply.words().text().strip() : newText;
    int end = Math.min(longest, text.length());
    // Not between the two halves of a character.
    end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
    return end < text.length() ? text.substring(0, end) + "…" : text;
  }
}
