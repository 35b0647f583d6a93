package dev.drumbeat.reply;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Reason;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The comment that tells an issue of an answer. Whatever was written stands where Jira reads no
 * markup, so that nobody can be mentioned and nothing can be embedded from outside.
 */
final class CommentText {

  private static final int LONGEST = 20_000;
  private static final String BLOCK = "{noformat}";
  private static final Pattern END_OF_BLOCK =
      Pattern.compile("\\{(?=noformat)", Pattern.CASE_INSENSITIVE);

  private final Function<Reason, String> texts;

  CommentText(Function<Reason, String> texts) {
    this.texts = texts;
  }

  /** The first line, by which the comment of a message is found again. */
  String heading(Reply reply) {
    return texts.apply(Reason.of("drumbeat.comment.heading", Long.toString(reply.id())));
  }

  String of(Reply reply) {
    String message = who(reply) + "\n" + reply.subject() + "\n\n" + said(reply);
    return String.join("\n", heading(reply), BLOCK, plain(message), BLOCK);
  }

  /** A lead is named as the author only where the message does it. */
  private String who(Reply reply) {
    MailAddress from = reply.from();
    MailAddress lead = reply.match().lead();
    if (from == null) {
      return texts.apply(Reason.of("drumbeat.comment.no-sender"));
    }
    return AddressKey.of(from).equals(AddressKey.of(lead))
        ? from.text()
        : texts.apply(Reason.of("drumbeat.comment.other-sender", from.text(), lead.text()));
  }

  private static String said(Reply reply) {
    String newText = reply.words().newText();
    String text = newText.isBlank() ? reply.words().text() : newText;
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text;
  }

  private static String plain(String text) {
    return END_OF_BLOCK.matcher(text).replaceAll("{ ").replace("[~", "[ ~");
  }
}
