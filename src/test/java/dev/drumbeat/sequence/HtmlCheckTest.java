package dev.drumbeat.sequence;

import static dev.drumbeat.sequence.StepFixture.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.request.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "<p>Hi<script>x()</script> => html-element [1, 6, script]",
        "<p>\\n <IFRAME src='https://x.example'> => html-element [2, 2, iframe]",
        "<form action='https://x.example'><input></form> => html-element [1, 1, form]",
        "<meta http-equiv=refresh content='0'> => html-element [1, 1, meta]",
        "<p onclick='x()'>Hi => html-handler [1, 1, onclick]",
        "<img alt='' src='https://x.example/x.png' OnError=x> => html-handler [1, 1, onerror]"
      })
  void what_mail_programs_take_out_is_refused_with_its_place(String html, String fault) {
    assertThat(HtmlCheck.fault(html.replace("\\n", "\n")).map(HtmlCheckTest::said)).hasValue(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "<a>here</a> => link-nowhere [1, 1, ]",
        "x\\n<a href=' '>here</a> => link-nowhere [2, 1, ]",
        "<a href='#'>here</a> => link-nowhere [1, 1, ]",
        "<a href=' java\\tscript:x()'>here</a> => link-script [1, 1, javascript:x()]",
        "<a href='www.x.example'>here</a> => link-relative [1, 1, www.x.example]",
        "<a href='//x.example'>here</a> => link-relative [1, 1, //x.example]",
        "<a href='https://x.example'>here => unclosed [1, 1, a]",
        "<a href='https://x.example'>one<a href='https://y.example'>two</a> => unclosed [1, 1, a]",
        "<p>Hi <b => unfinished [1, 7, ]",
        "<img src='https://x.example/x.png'> => image-alt [1, 1, https://x.example/x.png]",
        "<img alt='x'> => image-nowhere [1, 1, ]",
        "<img alt='x' src='HTTP://x.example/x.png'> => image-http [1, 1, HTTP://x.example/x.png]",
        "<img alt='x' src='/x.png'> => image-relative [1, 1, /x.png]",
        "<a href=$vars.link>here</a> => bare-value [1, 1, a]"
      })
  void what_readers_will_miss_is_remarked_on_with_its_place(String html, String remark) {
    assertThat(HtmlCheck.remarks(html.replace("\\n", "\n").replace("\\t", "\t")))
        .extracting(HtmlCheckTest::said)
        .containsExactly(remark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='https://x.example'>x</a> <a href='mailto:a@x.example'>y</a> <a name='top'></a>",
        "<a href='$vars.link'>x</a> <a href=\"#if($vars.a)https://x.example#end\">y</a>",
        "<a href='${vars.link|\"https://x.example\"}'>x</a>",
        "<a href='#top'>x</a> <img src='cid:x' alt=''> <img src='data:image/png;base64,x' alt>",
        "#if($vars.a)<a href='https://x.example'>#{else}<a href='https://y.example'>#{end}z</a>",
        "<!-- <script> <a> --> 1 < 2, a <b>online</b> offer <font color=red>x</font>"
      })
  void what_mails_need_is_not_remarked_on(String html) {
    assertThat(HtmlCheck.fault(html)).isEmpty();
    assertThat(HtmlCheck.remarks(html)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<a ", "<a>", "<img>", "<a href", "<p a=", "<p a b", "<", "#if(<a>", "</a"})
  @Timeout(20)
  void html_of_any_size_is_read_once_and_remarked_on_with_measure(String piece) {
    assertThat(HtmlCheck.remarks(piece.repeat(100_000 / piece.length()))).hasSizeLessThan(21);
  }

  @Test
  void a_mail_that_gmail_cuts_off_is_told_before_and_after_the_values_are_in_it() {
    Step large = aStep().html("<p>" + "x".repeat(95 * 1024)).build();
    String html = "<p>" + "\u00e4".repeat(52 * 1024);

    assertThat(MailWarnings.of(large, false)).containsExactly(Reason.of("drumbeat.html.large", 95));
    assertThat(MailWarnings.of(new Rendering.Message("Hello", html, "Hi")))
        .containsExactly(Reason.of("drumbeat.html.cut-off", 104));
    assertThat(MailWarnings.of(new Rendering.Message("Hello", "<img src=x>", "")))
        .containsExactly(Reason.of("drumbeat.html.no-text"));
  }

  @Test
  void a_subject_that_only_looks_like_an_answer_is_told() {
    Step first = aStep().subject("Re: your offer").build();
    Step followUp = aStep().subject("RE: your offer").build();

    assertThat(MailWarnings.of(first, true))
        .containsExactly(Reason.of("drumbeat.html.false-answer"));
    assertThat(MailWarnings.of(followUp, false)).isEmpty();
    assertThat(MailWarnings.of(aStep().subject("Fwd: x").inNewThread().build(), false))
        .containsExactly(Reason.of("drumbeat.html.false-answer"));
    assertThat(MailWarnings.of(aStep().subject("Report: x").build(), true)).isEmpty();
  }

  private static String said(TemplateFault fault) {
    return fault.problem() + " " + List.of(fault.line(), fault.column(), fault.detail());
  }

  private static String said(Reason reason) {
    return reason.key().replace("drumbeat.html.", "") + " " + reason.arguments();
  }
}
