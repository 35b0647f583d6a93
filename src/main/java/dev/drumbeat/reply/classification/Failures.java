package dev.drumbeat.reply.classification;

import dev.drumbeat.reply.incoming.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides what a failure is (B2): by the enhanced status where it is specific, then by the plain
 * code, then by words. The words beside a status overrule it where they name another cause: servers
 * use one status for everything, and a full mailbox is not a dead one.
 */
final class Failures {

  private static final Set<String> DEAD =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1", "5.4.4");
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
  static Failure of(String action, String status, String diagnostic, String said) {
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
  static Failure of(String said) {
    return of("", "", said, said);
  }

  private static Failure byStatus(String code, Optional<Failure> words) {
    if (code.startsWith("4.")) {
      return code.startsWith("4.7.") ? Failure.BLOCK : Failure.SOFT;
    }
    if (code.equals("5.2.2")) {
      return Failure.SOFT;
    }
    if (TOO_BIG.contains(code) || code.startsWith("5.6.")) {
      return Failure.CONTENT;
    }
    if (SENDER.contains(code)) {
      return Failure.BLOCK;
    }
    if (code.startsWith("5.7.")) {
      return words.filter(Failure::isHard).orElse(Failure.BLOCK);
    }
    return words.orElse(Failure.UNKNOWN);
  }

  private static Failure byWords(String diagnostic, Optional<Failure> words) {
    return StatusCode.isPassing(diagnostic)
        ? words.filter(w -> w == Failure.BLOCK).orElse(Failure.SOFT)
        : words.orElse(Failure.UNKNOWN);
  }

  /** The words of servers; the first list that knows one decides. */
  private record Words(Phrases phrases, Failure failure) {

    private static final List<Words> IN_ORDER =
        List.of(
            new Words("passing", Failure.SOFT),
            new Words("sender", Failure.BLOCK),
            new Words("hard", Failure.HARD),
            new Words("block", Failure.BLOCK),
            new Words("content", Failure.CONTENT),
            new Words("soft", Failure.SOFT));

    Words(String list, Failure failure) {
      this(Phrases.of(Words.class, "failure-" + list), failure);
    }

    static Optional<Failure> of(String said) {
      String plain = Phrases.plain(Addresses.cut(said, 4_000));
      return IN_ORDER.stream()
          .filter(words -> words.phrases().isIn(plain))
          .map(Words::failure)
          .findFirst();
    }
  }
}
