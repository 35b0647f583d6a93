package dev.drumbeat.reply.incoming;

import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailParserTest {

  @Test
  void headers_are_decoded() {
    IncomingMail mail =
        aMail()
            .subject("=?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?utf-8?B?IGFuIGFsbGU=?=")
            .from("=?iso-8859-1?Q?J=F6rg?= <joerg@Buyer.Example>")
            .parsed();

    assertThat(mail.subject()).isEqualTo("Grüße an alle");
    assertThat(mail.from().text()).isEqualTo("joerg@buyer.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "undisclosed:;", "<>", "a b c <", "@", "\"x\" <@y>"})
  void a_sender_that_is_no_address_is_none(String from) {
    assertThat(aMail().from(from).parsed().from()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "quoted-printable, 'Gr=C3=BC=\nße', Grüße",
    "base64, R3LDvMOfZQ==, Grüße",
    "BASE64, R3LDvMOfZQ, Grüß",
    "8bit, Grüße, Grüße",
    "x-unheard-of, Grüße, Grüße"
  })
  void text_is_decoded_as_far_as_it_can_be(String encoding, String body, String text) {
    IncomingMail mail = aMail().with("Content-Transfer-Encoding", encoding).saying(body).parsed();

    assertThat(mail.text()).startsWith(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-no-such-charset", "\"", "*%%&", ""})
  void a_charset_that_nobody_knows_is_guessed(String charset) {
    IncomingMail mail =
        aMail().with("Content-Type", "text/plain; charset=" + charset).saying("Grüße").parsed();

    assertThat(mail.text()).isEqualTo("Grüße");
  }

  @Test
  void plain_text_is_preferred_to_html_and_files_are_left_out() {
    IncomingMail mail =
        aMail()
            .multipart(
                "mixed",
                "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nA file",
                "Content-Type: text/html\n\n<p>In <b>HTML</b></p>",
                "Content-Type: text/plain\n\nIn words")
            .parsed();

    assertThat(mail.text()).isEqualTo("In words");
  }

  @Test
  void html_alone_is_read_as_text_with_its_quotes() {
    IncomingMail mail =
        aMail()
            .with("Content-Type", "text/html; charset=utf-8")
            .saying(
                """
                <html><head><style>p {}</style><title>no</title></head><body>
                <p>Yes, &auml;ll&nbsp;good &lt;3 &#128512;</p><script>no()</script><!-- no -->
                <blockquote>Would<br>Tuesday do?</blockquote></body></html>
                """)
            .parsed();

    assertThat(mail.text().strip()).isEqualTo("Yes, äll good <3 😀\n> Would\n> Tuesday do?");
  }

  @Test
  void a_message_inside_a_message_does_not_speak_for_it() {
    IncomingMail mail =
        aMail()
            .multipart(
                "mixed",
                "Content-Type: text/plain\n\nSee below",
                "Content-Type: message/rfc822\n\nMessage-ID: <inner@example.org>\n\nInner words")
            .parsed();

    assertThat(mail.text().strip()).isEqualTo("See below");
    assertThat(mail.parts())
        .filteredOn(part -> part.is("message/rfc822"))
        .singleElement()
        .satisfies(
            part -> assertThat(part.headers().first("message-id")).hasValue("<inner@example.org>"));
  }

  @Test
  void a_boundary_that_is_not_the_one_announced_is_found() {
    String text = aMail().multipart("mixed", "Content-Type: text/plain\n\nHello").text();

    IncomingMail mail =
        MailParser.parse(
            text.replace("boundary=\"b0undary\"", "boundary=other")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(mail.text().strip()).isEqualTo("Hello");
  }

  @Test
  void a_multipart_without_any_boundary_is_text() {
    IncomingMail mail =
        aMail().with("Content-Type", "multipart/mixed; boundary=x").saying("Hello").parsed();

    assertThat(mail.text().strip()).isEqualTo("Hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r"})
  void every_kind_of_line_end_ends_a_line(String lineEnd) {
    String text = aMail().multipart("mixed", "Content-Type: text/plain\n\nHello").text();

    IncomingMail mail =
        MailParser.parse(text.replace("\r\n", lineEnd).getBytes(StandardCharsets.UTF_8));

    assertThat(mail.text().strip()).isEqualTo("Hello");
    assertThat(mail.messageId()).hasValue("answer@buyer.example");
  }

  @Test
  void the_message_before_it_is_asked_for_first() {
    IncomingMail mail =
        aMail()
            .answering("second@example.org")
            .with("References", "<first@example.org>\n <second@example.org> <third@example.org>")
            .parsed();

    assertThat(mail.answeredIds())
        .containsExactly("second@example.org", "third@example.org", "first@example.org");
  }

  @RepeatedTest(200)
  void whatever_the_bytes_are_there_is_a_message(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    byte[] bytes = aMail().multipart("report", "Content-Type: text/html\n\n<p>&#x;").bytes();

    for (int i = 0; i < 40; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }

    assertThat(MailParser.parse(bytes)).isNotNull();
  }
}
