package dev.drumbeat.sending;

import static dev.drumbeat.sending.LetterFixture.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {

  private static final String LONG = "Wolfeschlegelsteinhausenbergerdorff ".repeat(140).strip();

  static List<String> texts() {
    return List.of(
        "Hello",
        "Grüße aus Köln",
        "👩‍🚀🚀 zum Start 🎉",
        "שלום עולם, مرحبا بالعالم",
        "日本語の件名はとても長いので何行にも分けて書かなければなりません、そうでしょう。",
        "=?UTF-8?Q?not_an_encoded_word?=",
        "Two  blanks and a \"quote\" \\ and a, comma; <x@y>",
        "a".repeat(5_000),
        "🚀".repeat(2_500),
        "ü".repeat(38) + "🚀" + "ü".repeat(100),
        LONG);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_subject_arrives_as_it_was_written(String subject) throws Exception {
    MimeMessage arrived = arrived(aLetter().subject(subject));

    assertThat(arrived.getSubject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void names_arrive_as_they_were_written(String name) throws Exception {
    MimeMessage arrived =
        arrived(aLetter().toName(name).from(name, "sales@example.org", "answers@example.org"));

    assertThat(((InternetAddress) arrived.getAllRecipients()[0]).getPersonal()).isEqualTo(name);
    assertThat(((InternetAddress) arrived.getFrom()[0]).getPersonal()).isEqualTo(name);
    InternetAddress replyTo = (InternetAddress) arrived.getReplyTo()[0];
    assertThat(replyTo.getPersonal()).isEqualTo(name);
    assertThat(replyTo.getAddress()).isEqualTo("answers@example.org");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void bodies_arrive_as_they_were_written(String text) throws Exception {
    MimeMultipart parts =
        (MimeMultipart) arrived(aLetter().text(text).html("<p>" + text + "</p>")).getContent();

    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text);
    assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>" + text + "</p>");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void every_line_is_short_and_seven_bit(String text) throws Exception {
    String raw = raw(aLetter().subject(text).toName(text).text(text).html(text));

    assertThat(raw).matches("(?s)\\p{ASCII}*");
    assertThat(raw.split("\r\n", -1)).allSatisfy(line -> assertThat(line).hasSizeLessThan(79));
    assertThat(raw.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi\r\nBcc: all@example.org",
        "Hi\nBcc: all@example.org",
        "Hi\rBcc: all@example.org",
        "Hi\r\n\r\nBcc: all@example.org",
        "Hi\u0085Bcc: all@example.org",
        "Hi\u2028Bcc: all@example.org",
        "Hi\u0000\r\n Bcc: all@example.org",
        "Grüße\r\nBcc: all@example.org",
        "\r\nBcc: all@example.org"
      })
  void a_line_break_in_a_name_or_subject_adds_no_header(String attack) throws Exception {
    MimeMessage arrived =
        arrived(aLetter().subject(attack).toName(attack).from(attack, "sales@example.org", null));

    assertThat(arrived.getHeader("Bcc")).isNull();
    assertThat(arrived.getAllRecipients()).hasSize(1);
    assertThat(arrived.getSubject()).endsWith("Bcc: all@example.org").doesNotContain("\n");
  }

  @Test
  void a_first_letter_begins_a_thread() throws Exception {
    MimeMessage arrived = arrived(aLetter());

    assertThat(arrived.getMessageID()).isEqualTo("<db.e1.r1.s2.cafe@example.org>");
    assertThat(arrived.getHeader("In-Reply-To")).isNull();
    assertThat(arrived.getHeader("References")).isNull();
    assertThat(arrived.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-06-04T08:00:00Z"));
    assertThat(arrived.getHeader("Date", null)).isEqualTo("Thu, 4 Jun 2026 08:00:00 +0000");
  }

  @Test
  void a_follow_up_names_its_parent_and_the_whole_chain() throws Exception {
    MimeMessage arrived = arrived(aLetter().answering("<1@example.org>", "<2@example.org>"));

    assertThat(arrived.getHeader("In-Reply-To", null)).isEqualTo("<2@example.org>");
    assertThat(MimeUtility.unfold(arrived.getHeader("References", null)))
        .isEqualTo("<1@example.org> <2@example.org>");
  }

  @Test
  void one_click_unsubscribes() throws Exception {
    MimeMessage arrived = arrived(aLetter());

    assertThat(arrived.getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://jira.example.org/plugins/servlet/drumbeat/u/token>");
    assertThat(arrived.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void a_letter_without_html_has_one_part() throws Exception {
    MimeMessage arrived = arrived(aLetter().html(null).text("Line one\nLine two"));

    assertThat(arrived.isMimeType("text/plain")).isTrue();
    assertThat(arrived.getContent()).isEqualTo("Line one\r\nLine two\r\n");
  }

  @Test
  void a_text_that_looks_like_our_boundary_stays_text() throws Exception {
    String text = "--=_drumbeat--\n.\n--=_drumbeat \t";

    MimeMultipart parts = (MimeMultipart) arrived(aLetter().text(text)).getContent();

    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text.replace("\n", "\r\n"));
  }

  private static String raw(LetterFixture letter) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Composer.compose(letter.letter()).writeTo(bytes);
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static MimeMessage arrived(LetterFixture letter) throws Exception {
    byte[] bytes = raw(letter).getBytes(StandardCharsets.ISO_8859_1);
    Session session = Session.getInstance(new Properties());
    return new MimeMessage(session, new ByteArrayInputStream(bytes));
  }
}
