package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.Phrases;
import dev.drumbeat.reply.classification.Classification.UnsubscribeRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Requests to be left alone, in a person's own words. */
final class UnsubscribeWords {

  /** One of these is enough when it is all there is. */
  private static final Phrases COMMANDS =
      Phrases.of(UnsubscribeWords.class, "unsubscribe-commands");

  private static final Phrases COURTESY = Phrases.of(UnsubscribeWords.class, "courtesy");

  /** What a list's command begins with; a name or a token may follow. */
  private static final Pattern LIST_COMMAND = Pattern.compile("unsubscribe( \\S{1,40}){0,2}");

  /** These are enough anywhere in what somebody typed. */
  private static final Phrases REQUESTS =
      Phrases.of(UnsubscribeWords.class, "unsubscribe-requests");

  private static final int LONGEST_COMMAND = 60;
  private static final int LONGEST = 4_000;

  private UnsubscribeWords() {}

  /** The request in a message; the text is without quotes, or our own link would count. */
  static Optional<Classification> in(String subject, String newText) {
    String text = Phrases.plain(Addresses.cut(newText, LONGEST)).strip();
    String all = text.isEmpty() ? Phrases.plain(Addresses.cut(subject, LONGEST)).strip() : text;
    return command(all)
        .or(() -> REQUESTS.find(text))
        .map(words -> new UnsubscribeRequest(null, List.of("text: " + words)));
  }

  /** Nothing but a command may be left: "Stop!" is one, "Stop by on Tuesday" is none. */
  private static Optional<String> command(String all) {
    if (all.length() > LONGEST_COMMAND) {
      return Optional.empty();
    }
    String bare = COURTESY.without(all).replaceAll("[^\\p{L}\\p{M}\\p{N}'-]+", " ").strip();
    return COMMANDS.isAll(bare) || LIST_COMMAND.matcher(bare).matches()
        ? Optional.of(bare)
        : Optional.empty();
  }
}
