package dev.drumbeat.reply.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.reply.classification.Classification.AutoReply;
import dev.drumbeat.reply.classification.Classification.Bounce;
import dev.drumbeat.reply.classification.Classification.Complaint;
import dev.drumbeat.reply.classification.Classification.Human;
import dev.drumbeat.reply.classification.Classification.LeftCompany;
import dev.drumbeat.reply.classification.Classification.OutOfOffice;
import dev.drumbeat.reply.classification.Classification.UnsubscribeRequest;
import dev.drumbeat.reply.classification.Corpus.Sample;
import dev.drumbeat.reply.incoming.IncomingMail;
import dev.drumbeat.reply.incoming.MailParser;
import dev.drumbeat.reply.incoming.NewText;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labelled messages, and how many of them are told right. The figures are only ever raised. */
class CorpusTest {

  private static List<Verdict> verdicts;

  @BeforeAll
  static void classifyAll() {
    Corpus corpus = Corpus.find();
    verdicts = corpus.samples().stream().map(s -> Verdict.on(s, corpus.bytes(s))).toList();
    Scores.of("all messages", verdicts).print();
    Scores.of("firm labels", firm()).print();
  }

  @ParameterizedTest
  @CsvSource({
    "human_reply, 96.2, 98.0",
    "auto_reply, 75.0, 100.0",
    "bounce_hard, 98.9, 97.8",
    "bounce_soft, 98.6, 97.3",
    "complaint, 100.0, 87.5",
    "unsubscribe_request, 100.0, 100.0",
    "other, 90.0, 90.0"
  })
  void each_class_is_told_as_well_as_ever(String label, double precision, double recall) {
    Scores scores = Scores.of("firm labels", firm());

    assertThat(scores.precision(label)).isGreaterThanOrEqualTo(precision);
    assertThat(scores.recall(label)).isGreaterThanOrEqualTo(recall);
  }

  @Test
  void no_answer_of_a_person_is_taken_for_a_machine() {
    assertThat(verdicts)
        .filteredOn(v -> v.sample().label().equals("human_reply"))
        .allSatisfy(v -> assertThat(v.found()).as(v.sample().file()).isInstanceOf(Human.class));
  }

  @Test
  void hardly_a_bounce_or_automatic_answer_is_taken_for_a_person() {
    assertThat(firm())
        .filteredOn(v -> v.sample().label().matches("bounce.*|auto_reply|complaint"))
        .filteredOn(v -> v.found() instanceof Human)
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void hardly_a_living_address_is_taken_for_a_dead_one() {
    assertThat(firm())
        .filteredOn(v -> v.sample().label().equals("bounce_soft"))
        .filteredOn(v -> v.label().equals("bounce_hard"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void bounces_name_their_recipients_and_messages() {
    assertThat(share(v -> !v.sample().recipients().isEmpty(), Verdict::namesTheRecipients))
        .isGreaterThanOrEqualTo(98);
    assertThat(share(v -> !v.sample().originalMessageId().isEmpty(), Verdict::namesTheMessage))
        .isGreaterThanOrEqualTo(97);
  }

  @Test
  void the_new_text_of_an_answer_is_found() {
    assertThat(share(v -> !v.sample().replyText().isEmpty(), Verdict::hasTheNewText))
        .isGreaterThanOrEqualTo(90);
  }

  private static List<Verdict> firm() {
    return verdicts.stream().filter(v -> v.sample().firm()).toList();
  }

  private static double share(Predicate<Verdict> asked, Predicate<Verdict> right) {
    List<Verdict> of = verdicts.stream().filter(asked).toList();
    return 100.0 * of.stream().filter(right).count() / of.size();
  }

  record Verdict(Sample sample, IncomingMail mail, String newText, Classification found) {

    static Verdict on(Sample sample, byte[] bytes) {
      IncomingMail mail = MailParser.parse(bytes);
      String newText = NewText.of(mail.text());
      LocalDate received = LocalDate.of(2020, 3, 3);
      return new Verdict(sample, mail, newText, Classifier.classify(mail, newText, received));
    }

    String label() {
      if (found instanceof Bounce bounce) {
        return bounce.failure().isHard() ? "bounce_hard" : "bounce_soft";
      }
      if (found instanceof OutOfOffice
          || found instanceof AutoReply
          || found instanceof LeftCompany) {
        return "auto_reply";
      }
      if (found instanceof Human) {
        return isAnswer() ? "human_reply" : "other";
      }
      return found instanceof Complaint
          ? "complaint"
          : found instanceof UnsubscribeRequest ? "unsubscribe_request" : "other";
    }

    private boolean isAnswer() {
      return !mail.answeredIds().isEmpty() || mail.subject().toLowerCase().startsWith("re:");
    }

    boolean namesTheRecipients() {
      return !(found instanceof Bounce bounce)
          || bounce.recipients().stream()
              .flatMap(recipient -> recipient.addresses().stream())
              .map(address -> address.comparison())
              .toList()
              .containsAll(sample.recipients());
    }

    boolean namesTheMessage() {
      String expected = sample.originalMessageId();
      return found instanceof Bounce bounce
          ? expected.equals(bounce.originalMessageId())
          : expected.equals(OriginalMessage.id(mail));
    }

    boolean hasTheNewText() {
      return spaced(newText).equals(spaced(sample.replyText()));
    }

    private static String spaced(String text) {
      return text.replaceAll("\\s+", " ").strip();
    }
  }
}
