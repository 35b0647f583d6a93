package dev.drumbeat.sequence;

import static dev.drumbeat.sequence.StepFixture.aStep;
import static dev.drumbeat.sequence.TemplateFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.drumbeat.request.Reason;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {

  private final TemplateFixture fixture = new TemplateFixture();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      value = {
        "Dear ${lead.firstName|'friend'} => Dear friend",
        "Dear ${lead.lastName|'friend'} => Dear friend",
        "Dear ${lead.firstName|$lead.email} => Dear ann@example.org",
        "Dear ${lead.name|'friend'} => Dear Ann <Lee> & Co",
        "#if($lead.firstName)you#{else}nobody#end => nobody",
        "#if($vars.seats > 10)many#end => many",
        "#if($issue.key == 'SALES-7')ours#end => ours",
        "#foreach($p in $vars.parts)$foreach.count $p#if($foreach.hasNext), #end#end => 1 one, 2 two",
        "#foreach($p in $vars.parts)$p#break#end => one",
        "#foreach($p in $vars.none)$p#{else}none#end => none",
        "#set($short = $lead.name.substring(0, 3))$short => Ann",
        "$lead.name.substring(0, 99).toUpperCase() => ANN <LEE> & CO",
        "$vars.seats $vars.paid => 12 true",
        "\\$name costs $5 => $name costs $5",
        "#[[$name $!]]# => $name $!"
      })
  void a_template_is_filled_with_the_values_of_the_lead(String template, String text) {
    assertThat(fixture.text(template)).isEqualTo(new Rendering.Message("Hello", null, text));
  }

  @Test
  void everything_that_is_missing_is_listed_once_over_all_parts() {
    Step step =
        aStep()
            .subject("$lead.firstName")
            .html("<p>$issue.contractEnd $lead.firstName</p>")
            .text("$lead.lastName $vars.discount")
            .build();

    assertThat(fixture.render(step))
        .isEqualTo(
            new Rendering.Missing(
                List.of("lead.firstName", "issue.contractEnd", "lead.lastName", "vars.discount")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$lead.firstName",
        "${lead.firstName}",
        "$lead.firstName.toUpperCase()",
        "#if($lead.firstName.length() > 3)long#end",
        "#if($lead.name.contains($lead.firstName))yes#end",
        "#if($lead.firstName > 3)more#end",
        "#set($first = $lead.firstName)Dear $first",
        "${lead.firstName|$lead.firstName}"
      })
  void a_missing_value_is_never_sent_as_a_placeholder(String template) {
    assertThat(fixture.text(template)).isEqualTo(new Rendering.Missing(List.of("lead.firstName")));
  }

  @Test
  void values_are_escaped_in_html_and_nowhere_else() {
    Step step = aStep().subject("$lead.name").html("<b>$lead.name</b>").text("$lead.name").build();

    assertThat(fixture.render(step))
        .isEqualTo(
            new Rendering.Message(
                "Ann <Lee> & Co", "<b>Ann &lt;Lee&gt; &amp; Co</b>", "Ann <Lee> & Co"));
  }

  @Test
  void a_value_cannot_leave_an_attribute() {
    Map<String, Object> values = Map.of("vars", Map.of("x", "\"' onclick='alert(1)"));
    Step step = aStep().html("<a title=\"$vars.x\">x</a>").build();

    assertThat(fixture.templates.render(step, values, null))
        .isInstanceOfSatisfying(
            Rendering.Message.class,
            message ->
                assertThat(message.html())
                    .isEqualTo("<a title=\"&quot;&#39; onclick=&#39;alert(1)\">x</a>"));
  }

  @Test
  void a_value_is_not_a_template() {
    Map<String, Object> values = Map.of("vars", Map.of("x", "$lead.email #if(1) ${y}"));

    assertThat(fixture.text("$vars.x", values))
        .isEqualTo(new Rendering.Message("Hello", null, "$lead.email #if(1) ${y}"));
  }

  @Test
  void a_subject_is_one_line_whatever_the_values() {
    assertThat(fixture.subject("About:  $issue.summary\u2028 "))
        .isEqualTo(
            new Rendering.Message("About: Renewal Bcc: all@example.org", null, "How are you?"));
  }

  @Test
  void an_answer_takes_the_subject_of_its_thread() {
    assertThat(inThread(aStep().subject("Own").build(), "Offer")).isEqualTo("Re: Offer");
    assertThat(inThread(aStep().subject(null).build(), "Offer")).isEqualTo("Re: Offer");
    assertThat(inThread(aStep().subject(null).build(), "Re: Offer")).isEqualTo("Re: Offer");
    assertThat(inThread(aStep().subject("Own").inNewThread().build(), "Offer")).isEqualTo("Own");
    assertThat(inThread(aStep().subject("Own").build(), null)).isEqualTo("Own");
  }

  @Test
  void a_step_that_only_answers_needs_a_thread() {
    assertThat(fixture.render(aStep().subject(null).build())).isEqualTo(broken("no-subject"));
  }

  @Test
  void html_alone_gets_a_text_part_made_of_it() {
    assertThat(
            fixture.html("<p>Dear $lead.name,</p><p>see <a href='https://x.example'>this</a></p>"))
        .isEqualTo(
            new Rendering.Message(
                "Hello",
                "<p>Dear Ann &lt;Lee&gt; &amp; Co,</p><p>see <a href='https://x.example'>this</a></p>",
                "Dear Ann <Lee> & Co,\n\nsee this (https://x.example)"));
  }

  @Test
  void an_empty_mail_is_not_sent() {
    assertThat(fixture.text("#if($lead.firstName)x#end")).isEqualTo(broken("empty-body"));
    assertThat(fixture.subject("#if($lead.firstName)x#end")).isEqualTo(broken("empty-subject"));
  }

  @Test
  void lists_and_groups_are_no_text() {
    assertThat(fixture.text("$vars.parts"))
        .isEqualTo(new Rendering.Broken(Reason.of("drumbeat.render.not-text", "vars.parts")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "x $lead.name.substring('a') => 14",
        "#foreach($x in $lead.name)x#end => 16",
        "#foreach($p in $vars.parts)$p.name#end => 31"
      })
  void what_only_fails_with_real_values_is_told_with_its_place(String template, String column) {
    assertThat(fixture.text(template))
        .isEqualTo(new Rendering.Broken(Reason.of("drumbeat.template.failed", "1", column, "")));
  }

  @Test
  void work_is_limited() {
    Map<String, Object> values =
        Map.of("vars", Map.of("many", Collections.nCopies(900, "x"), "digits", "9".repeat(30_000)));
    String loop = "#foreach($a in $vars.many)";

    assertThat(fixture.text(loop + "$a#end", values)).isInstanceOf(Rendering.Message.class);
    assertThat(fixture.text(loop + loop + "$a#end#end", values)).isEqualTo(broken("too-much-work"));
    assertThat(fixture.text(loop + "#if($vars.digits > 3)x#end#end", values))
        .isEqualTo(broken("too-much-work"));
  }

  @Test
  void length_is_limited() {
    Map<String, Object> values = Map.of("vars", Map.of("x", "x".repeat(2_000)));

    assertThat(fixture.text("$vars.x".repeat(600), values))
        .isEqualTo(new Rendering.Broken(Reason.of("drumbeat.render.too-long", 1024 * 1024)));
    assertThat(fixture.templates.render(aStep().subject("$vars.x").build(), values, null))
        .isEqualTo(new Rendering.Broken(Reason.of("drumbeat.render.too-long", 1_000)));
  }

  @Test
  void only_plain_values_come_in() {
    Map<String, Object> values = new HashMap<>(ANN);
    values.put("campaign", new Object());

    assertThat(catchThrowable(() -> fixture.text("x", values)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void many_threads_render_the_same_template_for_their_own_leads() throws Exception {
    String template =
        "Dear $vars.n, #foreach($x in $vars.xs)$x#end ${lead.firstName|'!'}".repeat(20);
    var pool = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> renderings =
        IntStream.range(0, 200)
            .<Callable<Boolean>>mapToObj(n -> () -> rendersItsOwn(template, n))
            .toList();

    var results = pool.invokeAll(renderings);
    pool.shutdown();

    for (var result : results) {
      assertThat(result.get()).isTrue();
    }
  }

  private boolean rendersItsOwn(String template, int n) {
    Map<String, Object> values = Map.of("vars", Map.of("n", n, "xs", List.of("a", n)));
    String expected = ("Dear " + n + ", a" + n + " !").repeat(20);
    return fixture.text(template, values).equals(new Rendering.Message("Hello", null, expected));
  }

  private String inThread(Step step, String threadSubject) {
    return ((Rendering.Message) fixture.templates.render(step, ANN, threadSubject)).subject();
  }

  private static Rendering broken(String reason) {
    return new Rendering.Broken(Reason.of("drumbeat.render." + reason));
  }
}
