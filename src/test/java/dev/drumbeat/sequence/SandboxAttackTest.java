package dev.drumbeat.sequence;

import static dev.drumbeat.sequence.StepFixture.aStep;
import static dev.drumbeat.sequence.TemplateFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a hostile template or a hostile lead tries (D9). Whatever it is, the answer is a mail, what
 * is missing, or a problem with its place; in bounded time and memory.
 */
class SandboxAttackTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final TemplateFixture fixture = new TemplateFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$lead.class",
        "$lead.name.class.forName('java.lang.Runtime')",
        "$lead.name.getClass().forName('java.lang.Runtime')",
        "$lead.name.chars().getClass()",
        "$vars.parts.getClass()",
        "$issue.key.class.classLoader",
        "$vars.parts.iterator()",
        "$vars.seats.class.getResource('/')",
        "${lead.name.trim().getClass()}",
        "#foreach($p in $vars.parts)$foreach.class#end",
        "#foreach($p in $vars.parts)$foreach.parent#end",
        "#foreach($p in $vars.parts)$foreach.info#end",
        "#foreach($p in $vars.parts)$foreach.getParent().getInfo()#end",
        "#foreach($p in $vars.parts)$foreach.stop()#end",
        "#foreach($p in $lead.name.class.methods)$p#end",
        "#set($x = $lead.getClass())$x",
        "#if($lead.name.getClass())x#end",
        "${lead.firstName|$lead.name.getClass()}",
        "$esc.java('x') $math.random() $date.get('yyyy')",
        "$context.get('lead') $velocityCount $template.name $evaluate.x",
        "$vars.parts.add('x')",
        "$vars.parts.clear()",
        "$vars.put('x', 'y')",
        "$lead.remove('email')",
        "#set($vars.seats = 1)",
        "#set($vars = 1)",
        "#set($foreach = 1)",
        "#set($!x = 1)",
        "#foreach($lead in $vars.parts)x#end",
        "#set($x = [1..1000000000])",
        "#foreach($i in [1..1000000000])x#end",
        "#foreach($i in [$vars.seats..1000000000])x#end",
        "#set($x = \"$lead.name$lead.name\")",
        "#set($x = $lead.name + $lead.name)",
        "$lead.name.concat($lead.name)",
        "$lead.name.format('%1000000000d', 1)",
        "$lead.name.formatted('%1000000000d')",
        "$lead.name.repeat(1000000000)",
        "$lead.name.matches('(a+)+$')",
        "$lead.name.replaceAll('(a+)+$', 'x')",
        "$lead.name.split('(a+)+$')",
        "#evaluate(\"#set($x = 1)\")",
        "#{evaluate}('x')",
        "#parse(\"VM_global_library.vm\")",
        "#include(\"/etc/passwd\")",
        "#{include}('/etc/passwd')",
        "#define($x)$x#end$x",
        "#macro(f)#f()#end#f()",
        "#@f()x#end",
        "#literal()x#end",
        "#stop",
        "#if(1e999999999 > 1)x#end$nobody",
        "#if(999999999999999999999999999999 > 1)x#end",
        "#set($x = '\\u0024lead')$nobody",
        "#set($x = '\\uZZZZ')$nobody",
        "$!{lead.firstName}",
        "$!lead.firstName",
        "#[[ never closed",
        "\\\\$nobody",
        "\\\\\\\\$nobody"
      })
  void nothing_but_values_and_their_texts_can_be_reached(String template) {
    assertThat(fixture.check(template)).as("on save").isNotEqualTo("ok");
    assertThat(fixture.text(template))
        .as("even if it was stored in some other way")
        .isNotInstanceOf(Rendering.Message.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      value = {
        "#[[ $lead.name ]]# => $lead.name ",
        "\\#if(1) => #if(1)",
        "\\$lead.name => $lead.name",
        "\\$!lead.name => $!lead.name",
        "#set($x = '\\u0024{lead.name}')[$x] => [\\u0024{lead.name}]"
      })
  void what_is_written_as_text_stays_text(String template, String text) {
    Rendering rendered = fixture.text(template);

    assertThat(rendered).isInstanceOf(Rendering.Message.class);
    assertThat(((Rendering.Message) rendered).text().strip()).isEqualTo(text.strip());
  }

  static Stream<String> giants() {
    String[] openings = {
      "(",
      "[",
      "{",
      "#if(",
      "#if((",
      "#if(!",
      "#set($x = [",
      "#set($x = {'a': ",
      "$lead.name.contains(",
      "${lead.name|",
      "#[[",
      "#*",
      "##",
      "$lead.a",
      ".a",
      "$vars.a",
      "#foreach($x in $vars.parts)",
      "#if(true)",
      "#{",
      "${",
      "$!",
      "\\",
      "'",
      "\"",
      "#@a(",
      "a$lead.name#",
      "#if(1==1&&",
      "$vars[",
      "\t",
      "\r",
      "\n",
      "\u2028",
      "\ud83d",
      "\u0000",
      "\\ ",
      "\\$a",
      "\\#if",
      "\\\\$a ",
      "#set($x=1)",
      "#break ",
      "$a.b(",
      "${a.b(",
      "#* *#",
      "#[[a]]#",
      "#else",
      "#end",
      "1..",
      "#set($x=-",
      "#elseif("
    };
    return Stream.of(openings)
        .flatMap(
            o ->
                Stream.of(
                    o.repeat(100_000 / o.length()),
                    "$vars.a" + o.repeat(90_000 / o.length()),
                    "#if(" + o.repeat(90_000 / o.length()),
                    "#set($x = " + o.repeat(30)));
  }

  @ParameterizedTest
  @MethodSource("giants")
  @Timeout(20)
  void no_template_takes_long_or_more_than_a_thread_has(String template) throws Exception {
    long start = System.nanoTime();
    String told = inSmallThread(() -> fixture.check(template));
    Rendering rendered = inSmallThread(() -> fixture.text(template));

    assertThat(told).isNotBlank();
    assertThat(rendered).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  @Test
  void a_template_of_megabytes_is_refused_before_it_is_read() {
    String huge = "$lead.name ".repeat(500_000);

    assertThat(fixture.check(huge)).startsWith("too-complicated");
    assertThat(fixture.text(huge)).isInstanceOf(Rendering.Broken.class);
  }

  @Test
  void the_cache_holds_little_whatever_is_looked_at() {
    Runtime runtime = Runtime.getRuntime();
    long before = used(runtime);
    for (int i = 0; i < 1_500; i++) {
      fixture.text("x" + i);
    }
    String filling = "$lead.name ".repeat(4_000);
    for (int i = 0; i < 15; i++) {
      fixture.text(i + filling);
    }

    assertThat(used(runtime) - before).isLessThan(48 * 1024 * 1024L);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 100_000, 14_000_000})
  void a_giant_value_never_breaks_more_than_its_mail(int length) {
    Map<String, Object> values = Map.of("vars", Map.of("x", "x".repeat(length)));

    assertThat(fixture.text("#if($vars.x.contains('y'))y#{else}n$vars.x#end", values)).isNotNull();
  }

  private static long used(Runtime runtime) {
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static <A> A inSmallThread(java.util.concurrent.Callable<A> work) throws Exception {
    var task = new java.util.concurrent.FutureTask<>(work);
    Thread thread = new Thread(null, task, "small", 256 * 1024);
    thread.start();
    return task.get();
  }

  @Test
  void whatever_is_put_together_is_answered() {
    List<String> pieces =
        List.of(
            "$",
            "$!",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "#",
            "#if",
            "#set",
            "#foreach",
            "#end",
            "#else",
            "#elseif",
            "#[[",
            "]]#",
            "#*",
            "*#",
            "##",
            "\\",
            "'",
            "\"",
            "|",
            ".",
            "..",
            "=",
            "==",
            "&&",
            "||",
            "!",
            "<",
            ">",
            " in ",
            "lead",
            "lead.name",
            "vars.parts",
            "$lead.name",
            "${lead.name|'x'}",
            "$vars.parts",
            "$p",
            "$foreach.count",
            "trim()",
            ".substring(0, 1)",
            "1",
            "-1",
            "1.5",
            "true",
            "null",
            "\n",
            "\t",
            "\u00e9",
            "\ud83d",
            ",",
            ":",
            "#break",
            "#if($lead.name)",
            "#foreach($p in $vars.parts)",
            "#set($p = 1)",
            "e5",
            "\\u0024");
    Random random = new Random(20260604);
    for (int i = 0; i < 5_000; i++) {
      String template =
          IntStream.range(0, 1 + random.nextInt(12))
              .mapToObj(n -> pieces.get(random.nextInt(pieces.size())))
              .collect(Collectors.joining());

      String told = fixture.check(template);
      Rendering rendered = fixture.text(template);

      if (told.equals("unreadable")) {
        assertThat(rendered).as(template).isInstanceOf(Rendering.Broken.class);
      }
    }
  }

  @Test
  void one_lead_leaves_nothing_for_the_next() {
    String template = "#set($seen = $vars.secret)#if($vars.secret)$vars.secret#{else}none#end";
    Map<String, Object> first = Map.of("vars", Map.of("secret", "of the first"));

    assertThat(fixture.text(template, first)).isEqualTo(text("of the first"));
    assertThat(fixture.text("#if($vars.secret)$vars.secret#{else}none#end", ANN))
        .isEqualTo(text("none"));
    assertThat(fixture.text("$vars.secret", ANN))
        .isEqualTo(new Rendering.Missing(List.of("vars.secret")));
    assertThat(fixture.check("$seen")).startsWith("unknown-name");
  }

  @Test
  void what_fails_half_way_sends_nothing() {
    Step step = aStep().html("<p>Hello</p>").text("Hello $lead.name.substring('a') more").build();

    assertThat(fixture.render(step)).isInstanceOf(Rendering.Broken.class);
  }

  @Test
  void loops_in_loops_end() {
    Map<String, Object> values =
        Map.of("vars", Map.of("many", Collections.nCopies(1_000, "x"), "few", List.of("1", "2")));
    String loop = "#foreach($a in $vars.many)";

    assertThat(fixture.text(loop.repeat(9) + "x" + "#end".repeat(9), values))
        .isInstanceOf(Rendering.Broken.class);
    assertThat(
            fixture.text("#foreach($a in $vars.few)".repeat(15) + "x" + "#end".repeat(15), values))
        .isInstanceOf(Rendering.Broken.class);
  }

  private static Rendering text(String text) {
    return new Rendering.Message("Hello", null, text);
  }
}
