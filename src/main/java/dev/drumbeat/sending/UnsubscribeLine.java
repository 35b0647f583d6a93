package dev.drumbeat.sending;

import dev.drumbeat.sequence.Rendering.Message;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a link to unsubscribe below each part of a message that does not have it (U4). */
final class UnsubscribeLine {

  private static final String END = "</body>";

  private final String url;
  private final String label;

  /** The label is plain text; the address is one that we made, without anything to escape. */
  UnsubscribeLine(String url, String label) {
    this.url = url;
    this.label = label;
  }

  Message under(Message message) {
    return new Message(message.subject(), html(message.html()), text(message.text()));
  }

  private String text(String text) {
    return text.contains(url)
        ? text
        : text.stripTrailing() + "\n\n-- \n" + label + ": " + url + "\n";
  }

  private @Nullable String html(@Nullable String html) {
    if (html == null || html.contains(url)) {
      return html;
    }
    String line = "<p><small><a href=\"" + url + "\">" + label + "</a></small></p>";
    int end = html.toLowerCase(Locale.ROOT).lastIndexOf(END);
    return end < 0 ? html + line : html.substring(0, end) + line + html.substring(end);
  }
}
