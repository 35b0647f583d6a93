package dev.drumbeat.reply.classification;

import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.reply.classification.Classification.Bounce;
import dev.drumbeat.reply.classification.Classification.Complaint;
import dev.drumbeat.reply.classification.Classification.Human;
import dev.drumbeat.reply.classification.Classification.Notice;
import dev.drumbeat.reply.classification.Classification.ReadReceipt;
import dev.drumbeat.reply.incoming.MailFixture;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What mail servers and providers send of their own accord. */
class ReportsTest {

  private static final String OURS = "db.e1.r1.s2.i@example.org";

  @Test
  void a_delivery_report_is_a_bounce_with_its_recipient_and_message() {
    Classification found =
        classify(
            aMail()
                .from("Mail Delivery System <mailer-daemon@mx.example>")
                .multipart(
                    "report; report-type=delivery-status",
                    "Content-Type: text/plain\n\nSorry.",
                    """
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mx.example

                    Original-Recipient: rfc822;ann@buyer.example
                    Final-Recipient: rfc822; a.buyer@group.example
                    Action: failed
                    Status: 5.1.1
                    Diagnostic-Code: smtp; 550 5.1.1 no such user""",
                    "Content-Type: text/rfc822-headers\n\nMessage-ID: <" + OURS + ">"));

    assertThat(found)
        .isInstanceOfSatisfying(
            Bounce.class,
            bounce -> {
              assertThat(bounce.failure()).isEqualTo(Failure.HARD);
              assertThat(bounce.originalMessageId()).isEqualTo(OURS);
              assertThat(bounce.recipients().get(0).addresses())
                  .extracting(MailAddress::text)
                  .containsExactly("ann@buyer.example", "a.buyer@group.example");
            });
  }

  @Test
  void a_report_of_success_is_none() {
    assertThat(
            classify(
                aMail()
                    .multipart(
                        "report",
                        """
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mx.example

                        Final-Recipient: rfc822; ann@buyer.example
                        Action: delivered
                        Status: 2.0.0""")))
        .isInstanceOf(Notice.class);
  }

  @Test
  void a_bounce_in_words_is_read_too() {
    Classification found =
        classify(
            aMail()
                .from("MAILER-DAEMON@mx.example")
                .subject("failure notice")
                .saying(
                    "I wasn't able to deliver your message.\n\n<ann@buyer.example>:\n"
                        + "552 mailbox full\n\n--- Below this line is a copy of the message.\n\n"
                        + "Message-ID: <"
                        + OURS
                        + ">\nTo: other@buyer.example\n"));

    assertThat(found)
        .isInstanceOfSatisfying(
            Bounce.class,
            bounce -> {
              assertThat(bounce.failure()).isEqualTo(Failure.SOFT);
              assertThat(bounce.originalMessageId()).isEqualTo(OURS);
              assertThat(bounce.recipients())
                  .singleElement()
                  .satisfies(
                      r ->
                          assertThat(r.addresses())
                              .extracting(MailAddress::text)
                              .containsExactly("ann@buyer.example"));
            });
  }

  @Test
  void a_bounce_that_somebody_forwards_is_from_somebody() {
    assertThat(
            classify(
                aMail()
                    .subject("Fwd: Undeliverable: A question")
                    .saying("Look at this, user unknown?")))
        .isInstanceOf(Human.class);
  }

  @Test
  void a_report_of_spam_is_a_complaint() {
    Classification found =
        classify(
            aMail()
                .from("fbl@provider.example")
                .multipart(
                    "report; report-type=feedback-report",
                    "Content-Type: text/plain\n\nSpam.",
                    "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n"
                        + "Original-Rcpt-To: <ann@buyer.example>",
                    "Content-Type: message/rfc822\n\nMessage-ID: <" + OURS + ">\n\nHi"));

    assertThat(found)
        .isInstanceOfSatisfying(
            Complaint.class,
            complaint -> assertThat(complaint.originalMessageId()).isEqualTo(OURS));
  }

  @Test
  void a_read_receipt_is_no_answer() {
    assertThat(
            classify(
                aMail()
                    .multipart(
                        "report; report-type=disposition-notification",
                        "Content-Type: text/plain\n\nThe message was displayed.",
                        "Content-Type: message/disposition-notification\n\n"
                            + "Disposition: manual-action/MDN-sent-manually; displayed")))
        .isInstanceOf(ReadReceipt.class);
  }

  @Test
  void a_newsletter_is_no_answer() {
    assertThat(classify(aMail().subject("Our news").with("List-Id", "<news.buyer.example>")))
        .isInstanceOf(Notice.class);
  }

  private static Classification classify(MailFixture mail) {
    return Classifier.classify(mail.parsed(), "", LocalDate.of(2026, 3, 2));
  }
}
