package dev.drumbeat.reply.classification;

import dev.drumbeat.reply.classification.Classification.Human;
import dev.drumbeat.reply.classification.Classification.Notice;
import dev.drumbeat.reply.incoming.IncomingMail;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Says what a message is. Machines are asked for first, from the surest form to the vaguest (12.2);
 * what no question recognises was written by a person.
 */
public final class Classifier {

  private Classifier() {}

  /**
   * The class of a message.
   *
   * @param newText what its writer typed, without quotes
   * @param receivedOn the day in whose light dates such as "5 May" are read
   */
  public static Classification classify(IncomingMail mail, String newText, LocalDate receivedOn) {
    return Stream.<Supplier<Optional<Classification>>>of(
            () -> Reports.feedback(mail),
            () -> Reports.disposition(mail),
            () -> DeliveryReports.read(mail),
            () -> BounceText.read(mail),
            () -> automatic(mail, newText, receivedOn),
            () -> mailing(mail, newText),
            () -> AutomaticAnswers.inWords(newText, receivedOn),
            () -> UnsubscribeWords.in(mail.subject(), newText))
        .flatMap(question -> question.get().stream())
        .findFirst()
        .orElseGet(() -> new Human(List.of()));
  }

  private static Optional<Classification> automatic(
      IncomingMail mail, String newText, LocalDate receivedOn) {
    List<String> signs = AutomaticSigns.of(mail);
    return signs.isEmpty()
        ? Optional.empty()
        : Optional.of(AutomaticAnswers.of(mail.subject(), newText, receivedOn, signs));
  }

  private static Optional<Classification> mailing(IncomingMail mail, String newText) {
    boolean answers = !mail.answeredIds().isEmpty() && !newText.isBlank();
    return answers
        ? Optional.empty()
        : AutomaticSigns.bulk(mail).map(sign -> new Notice(List.of(sign)));
  }
}
