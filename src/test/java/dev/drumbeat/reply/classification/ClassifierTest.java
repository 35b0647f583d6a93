package dev.drumbeat.reply.classification;

import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.reply.classification.Classification.AutoReply;
import dev.drumbeat.reply.classification.Classification.Human;
import dev.drumbeat.reply.classification.Classification.LeftCompany;
import dev.drumbeat.reply.classification.Classification.OutOfOffice;
import dev.drumbeat.reply.classification.Classification.UnsubscribeRequest;
import dev.drumbeat.reply.incoming.IncomingMail;
import dev.drumbeat.reply.incoming.MailFixture;
import dev.drumbeat.reply.incoming.NewText;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
  private static final String OURS = "db.e1.r1.s2.i@example.org";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thursday works for me.",
        "I am out of the office next week, can we talk on the 12th?",
        "I'm on vacation until Monday but yes, very interested!",
        "Your last mail could not be delivered to my colleague, can you send it again?",
        "We had a delivery failure at our warehouse, please call me.",
        "Is user unknown in your system?",
        "Please don't stop!",
        "Stop by our office on Tuesday.",
        "Remove the third line of the offer and I will sign.",
        "No.",
        "👍",
        ""
      })
  void what_people_write_is_human(String text) {
    assertThat(classify(aMail().answering(OURS).saying(text))).isInstanceOf(Human.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Auto-Submitted, no",
    "Precedence, bulk",
    "Precedence, list",
    "List-Id, <sales.buyer.example>",
    "X-Mailer, Microsoft Outlook 16.0",
    "Return-Path, <ann@buyer.example>"
  })
  void headers_that_people_have_too_prove_nothing(String header, String value) {
    assertThat(classify(aMail().answering(OURS).with(header, value))).isInstanceOf(Human.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Auto-Submitted, auto-replied",
    "Auto-Submitted, auto-generated; owner-email=ann@buyer.example",
    "X-Autoreply, yes",
    "X-Autorespond, A question",
    "X-Auto-Response-Suppress, All",
    "Precedence, auto_reply",
    "X-Apple-Action, VACATION",
    "Return-Path, <>",
    "From, no-reply@buyer.example",
    "Subject, Automatic reply: A question",
    "Subject, Automatische Antwort: Eine Frage",
    "Subject, Réponse automatique : une question",
    "Subject, Respuesta automática: una pregunta",
    "Subject, Automatisch antwoord: een vraag",
    "Subject, 自動応答: 質問"
  })
  void a_machine_that_says_so_is_automatic(String header, String value) {
    assertThat(classify(aMail().answering(OURS).with(header, value).saying("We got your mail.")))
        .isInstanceOf(AutoReply.class);
  }

  @Test
  void an_absence_is_told_with_its_end() {
    Classification found =
        classify(
            aMail()
                .with("Auto-Submitted", "auto-replied")
                .subject("Out of office")
                .saying("I am away. I will be back on 16 March.\n\n> back on 20 March"));

    assertThat(found)
        .isInstanceOfSatisfying(
            OutOfOffice.class,
            away -> assertThat(away.returnOn()).isEqualTo(LocalDate.of(2026, 3, 16)));
  }

  @Test
  void an_absence_without_headers_needs_two_phrases() {
    String text = "I am currently out of the office with limited access to email.";

    assertThat(classify(aMail().saying(text))).isInstanceOf(OutOfOffice.class);
  }

  @Test
  void who_has_left_the_company_is_told_from_who_is_away() {
    assertThat(
            classify(
                aMail()
                    .subject("Automatic reply: A question")
                    .saying("Ann Buyer is no longer with Buyer Inc.")))
        .isInstanceOf(LeftCompany.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unsubscribe",
        "STOP!",
        "Please remove, thanks",
        "Take me off your list, please. I never asked for this.",
        "Hello, please stop emailing me. Regards, Ann",
        "Bitte nehmen Sie mich aus Ihrem Verteiler.",
        "Bitte keine weiteren Mails.",
        "Merci de me désinscrire",
        "Por favor, no me escriban más"
      })
  void a_wish_for_no_more_mail_is_understood(String text) {
    assertThat(classify(aMail().answering(OURS).saying(text)))
        .isInstanceOf(UnsubscribeRequest.class);
  }

  @Test
  void our_own_link_in_the_quote_is_no_wish() {
    String text =
        "Yes, gladly.\n\nOn 1 Mar 2026, Sales wrote:\n> Unsubscribe me: https://x.example";

    assertThat(classify(aMail().answering(OURS).saying(text))).isInstanceOf(Human.class);
  }

  private static Classification classify(MailFixture fixture) {
    IncomingMail mail = fixture.parsed();
    return Classifier.classify(mail, NewText.of(mail.text()), RECEIVED);
  }
}
