package dev.drumbeat.reply.incoming;

import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.drumbeat.reply.classification.Classification;
import dev.drumbeat.reply.classification.Classifier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileMailTest {

  private static final int MEGABYTE = 1024 * 1024;

  /** Far above what any of them takes, far below what a search that runs away takes. */
  private static final Duration LONG = Duration.ofSeconds(10);

  static Stream<Arguments> megabytes() {
    String part = "Content-Type: text/plain\n\n";
    return Stream.of(
        Arguments.of("header lines", "X-A: 1\n".repeat(MEGABYTE / 7) + "\n"),
        Arguments.of("one header line", "References: " + "<a@b> ".repeat(MEGABYTE / 6) + "\n\n"),
        Arguments.of("an address", "From: " + "a,".repeat(MEGABYTE / 2) + "\n\n"),
        Arguments.of("a media type", "Content-Type: a/b; " + "c=d; ".repeat(MEGABYTE / 5) + "\n\n"),
        Arguments.of("parts", multipart("--b\n\n\n".repeat(MEGABYTE / 6))),
        Arguments.of("nesting", nested(MEGABYTE / 80)),
        Arguments.of(
            "messages in messages", "Content-Type: message/rfc822\n\n".repeat(MEGABYTE / 30)),
        Arguments.of("ampersands", html("&".repeat(MEGABYTE))),
        Arguments.of("open tags", html("<".repeat(MEGABYTE))),
        Arguments.of("quotes in HTML", html("<blockquote>".repeat(20) + "a<br>".repeat(200_000))),
        Arguments.of("comments", html("<!--".repeat(MEGABYTE / 4))),
        Arguments.of("spaces", part + " ".repeat(MEGABYTE)),
        Arguments.of("letters", part + "a".repeat(MEGABYTE)),
        Arguments.of("digits", part + "1.".repeat(MEGABYTE / 2)),
        Arguments.of("at signs", part + "@".repeat(MEGABYTE)),
        Arguments.of("quote marks", part + "> ".repeat(MEGABYTE / 2)),
        Arguments.of("lines that begin a quote", part + "On 1 May 2026 x\n".repeat(MEGABYTE / 16)),
        Arguments.of("dashes", part + "-- \n".repeat(MEGABYTE / 4)),
        Arguments.of("fields", part + "From: x\nTo: y\n".repeat(MEGABYTE / 14)),
        Arguments.of("base64", "Content-Transfer-Encoding: base64\n\n" + base64()),
        Arguments.of("bounced addresses", bounce("<a%d@b.example>: user unknown\n")),
        Arguments.of("a bounce in one line", bounce("a%d@b.example ")),
        Arguments.of("reported addresses", report()));
  }

  @ParameterizedTest(name = "a megabyte of {0}")
  @MethodSource("megabytes")
  void a_megabyte_of_anything_is_read_in_good_time(String name, String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertTimeout(LONG, () -> assertThat(classify(bytes)).isNotNull());
  }

  @Test
  void no_more_than_the_limits_is_kept() {
    IncomingMail mail = MailParser.parse(nested(1_000).getBytes());
    IncomingMail wide =
        aMail()
            .multipart("mixed", Stream.generate(() -> "\nx").limit(500).toArray(String[]::new))
            .parsed();
    IncomingMail long_ = aMail().saying("a".repeat(MEGABYTE)).parsed();

    assertThat(mail.parts()).hasSizeLessThanOrEqualTo(1);
    assertThat(wide.parts()).hasSize(100);
    assertThat(long_.text()).hasSize(200_000);
  }

  @Test
  void a_flood_of_headers_does_not_hide_the_text() {
    String flood = "X-A: 1\r\n".repeat(50_000);

    IncomingMail mail = MailParser.parse((flood + aMail().text()).getBytes());

    assertThat(mail.text().strip()).isEqualTo("Thursday works for me.");
  }

  @Test
  void a_flood_of_lines_keeps_its_beginning() {
    IncomingMail mail = aMail().saying("Thursday works.\n" + "x\n".repeat(60_000)).parsed();

    assertThat(mail.text()).startsWith("Thursday works.").hasSizeLessThan(200_000);
  }

  @Test
  void a_flood_of_parts_keeps_its_beginning() {
    String[] parts = Stream.generate(() -> "\nThursday works.").limit(2_000).toArray(String[]::new);

    assertThat(aMail().multipart("mixed", parts).parsed().text()).startsWith("Thursday works.");
  }

  @Test
  void a_text_that_lies_too_deep_is_shown_as_it_came() {
    String shallow = nested(50) + "\nThursday works.\n";
    String deep = nested(2_000) + "\nThursday works.\n";

    assertThat(MailParser.parse(shallow.getBytes()).text()).contains("Thursday works.");
    assertThat(MailParser.parse(deep.getBytes()).text()).isNotBlank();
  }

  private static Classification classify(byte[] bytes) {
    IncomingMail mail = MailParser.parse(bytes);
    return Classifier.classify(mail, NewText.of(mail.text()), LocalDate.of(2026, 3, 2));
  }

  private static String html(String body) {
    return "Content-Type: text/html\n\n" + body;
  }

  private static String multipart(String parts) {
    return "Content-Type: multipart/mixed; boundary=b\n\n" + parts;
  }

  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append("Content-Type: multipart/mixed; boundary=b").append(i);
      text.append("\n\n--b").append(i).append('\n');
    }
    return text.toString();
  }

  private static String base64() {
    return Base64.getMimeEncoder().encodeToString(new byte[MEGABYTE * 3 / 4]);
  }

  private static String bounce(String line) {
    StringBuilder text =
        new StringBuilder("From: mailer-daemon@b.example\nSubject: failure notice\n\n");
    for (int i = 0; text.length() < MEGABYTE; i++) {
      text.append(line.formatted(i));
    }
    return text.toString();
  }

  private static String report() {
    String recipient = "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n\n";
    return multipart(
        "--b\nContent-Type: message/delivery-status\n\n" + recipient.repeat(MEGABYTE / 70));
  }
}
