package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.Phrases;
import dev.drumbeat.reply.classification.Classification.AutoReply;
import dev.drumbeat.reply.classification.Classification.LeftCompany;
import dev.drumbeat.reply.classification.Classification.OutOfOffice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the answers of machines apart. */
final class AutomaticAnswers {

  private static final Phrases AWAY = Phrases.of(AutomaticAnswers.class, "away");
  private static final Phrases LEFT = Phrases.of(AutomaticAnswers.class, "left-company");
  private static final int LONGEST = 6_000;

  private AutomaticAnswers() {}

  /** What a machine said, given that it was one. */
  static Classification of(
      String subject, String newText, LocalDate receivedOn, List<String> signs) {
    String said = Addresses.cut(subject + "\n" + newText, LONGEST);
    String plain = Phrases.plain(said);
    Optional<String> left = LEFT.find(plain);
    if (left.isPresent()) {
      return new LeftCompany(with(signs, left.get()));
    }
    Optional<String> away = AWAY.find(plain);
    Optional<LocalDate> returnOn = ReturnDate.in(said, receivedOn);
    return away.isPresent() || returnOn.isPresent()
        ? new OutOfOffice(returnOn.orElse(null), away.map(a -> with(signs, a)).orElse(signs))
        : new AutoReply(signs);
  }

  /**
   * Words alone. People say that they are away too, so one phrase is none: it takes two, as
   * machines say them.
   */
  static Optional<Classification> inWords(String newText, LocalDate receivedOn) {
    String plain = Phrases.plain(Addresses.cut(newText, LONGEST));
    return AWAY.count(plain) < 2
        ? Optional.empty()
        : Optional.of(of("", newText, receivedOn, List.of()));
  }

  private static List<String> with(List<String> signs, String phrase) {
    List<String> all = new ArrayList<>(signs);
    all.add("text: " + phrase);
    return all;
  }
}
