package dev.drumbeat.mail.failure;

import dev.drumbeat.mail.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a failure is (B2): by the enhanced status where it is specific, then by the plain
 * code, then by words. The words beside a status overrule it where they name another cause: servers
 * use one status for everything, and a full mailbox is not a dead one.
 */
public final class Failures {

  private static final Set<String> DEAD =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1", "5.4.4");
  private static final Set<String> LOG_IN = Set.of("5.7.3", "5.7.8", "5.7.9", "5.7.11");
  private static final Set<String> FULL_OR_BUSY = Set.of("5.2.2", "5.3.1", "5.4.5");
  private static final Set<String> SENDER = Set.of("5.1.7", "5.1.8");
  private static final Set<String> TOO_BIG = Set.of("5.2.3", "5.3.4");

  private Failures() {}

  /**
   * What became of one recipient.
   *
   * @param action of the report, lower case: failed, delayed …
   * @param status the report's own field
   * @param diagnostic what the server said
   * @param said what the report tells people
   */
  public static Failure of(String action, String status, String diagnostic, String said) {
    if (action.equals("delayed") || action.equals("delay")) {
      return Failure.DELAY;
    }
    Optional<Failure> told = Words.of(diagnostic);
    String code =
        Stream.of(status, diagnostic)
            .flatMap(text -> StatusCode.in(text).stream())
            .filter(c -> !StatusCode.isVague(c))
            .findFirst()
            .or(() -> StatusCode.in(status))
            .orElse("");
    if (DEAD.contains(code)) {
      return told.orElse(Failure.HARD);
    }
    Optional<Failure> words = told.or(() -> Words.of(said));
    return code.isEmpty() ? byWords(diagnostic, words) : byStatus(code, words);
  }

  /** What a text without any report says. */
  public static Failure of(String said) {
    return of("", "", said, said);
  }

  /** What a server that was spoken to says to one command. */
  public static Failure inDialogue(@Nullable String status, String answer) {
    return of("", status == null ? "" : status, answer, "");
  }

  private static Failure byStatus(String code, Optional<Failure> words) {
    if (code.startsWith("4.")) {
      return code.startsWith("4.7.") ? Failure.BLOCK : Failure.SOFT;
    }
    if (FULL_OR_BUSY.contains(code)) {
      return Failure.SOFT;
    }
    if (LOG_IN.contains(code)) {
      return Failure.CONFIGURATION;
    }
    if (TOO_BIG.contains(code) || code.startsWith("5.6.")) {
      return Failure.CONTENT;
    }
    if (SENDER.contains(code)) {
      return Failure.BLOCK;
    }
    if (code.startsWith("5.7.")) {
      return words.filter(Failures::isNamedBeside57).orElse(Failure.BLOCK);
    }
    return words.orElse(Failure.UNKNOWN);
  }

  /** A refusal by policy may be for want of the address, or of a log-in. */
  private static boolean isNamedBeside57(Failure words) {
    return words == Failure.HARD || words == Failure.CONFIGURATION;
  }

  private static Failure byWords(String diagnostic, Optional<Failure> words) {
    return StatusCode.isPassing(diagnostic)
        ? words.filter(w -> w == Failure.BLOCK).orElse(Failure.SOFT)
        : words.orElse(Failure.UNKNOWN);
  }

  /** The words of servers; the first list that knows one decides. */
  private record Words(Phrases phrases, Failure failure) {

    private static final int LONGEST = 4_000;

    private static final List<Words> IN_ORDER =
        List.of(
            new Words("passing", Failure.SOFT),
            new Words("sender", Failure.BLOCK),
            new Words("configuration", Failure.CONFIGURATION),
            new Words("hard", Failure.HARD),
            new Words("block", Failure.BLOCK),
            new Words("content", Failure.CONTENT),
            new Words("soft", Failure.SOFT));

    Words(String list, Failure failure) {
      this(Phrases.of(Words.class, "failure-" + list), failure);
    }

    static Optional<Failure> of(String said) {
      String plain = Phrases.plain(said.length() > LONGEST ? said.substring(0, LONGEST) : said);
      return IN_ORDER.stream()
          .filter(words -> words.phrases().isIn(plain))
          .map(Words::failure)
          .findFirst();
    }
  }
}
