package dev.drumbeat.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {

  private final TemplateFixture fixture = new TemplateFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello $lead.firstName, about ${issue.key}.",
        "${lead.firstName|'there'} ${lead.firstName|$lead.name}",
        "$issue.contractEnd $issue.customfield_10000 $vars.anything $vars.any.thing",
        "#if($lead.firstName)Dear $lead.firstName#{else}Hello#end",
        "#if($vars.seats > 10 && !$vars.paid)many#elseif($issue.priority == 'High')now#end",
        "#set($first = $lead.firstName)$first $first.toUpperCase()",
        "#foreach($part in $vars.parts)$foreach.count. $part#if($foreach.hasNext), #end#end",
        "#foreach($part in $vars.parts)#if($part == 'x')#break#end$part.name#end",
        "Only $5, or US$ 100, a $ and $$; 50% off",
        "<p style=\"color:#fff\">#hashtag, #1, &#8217; &#x2019;</p>",
        "\\$name, \\$!name, \\#if(1), #[[ $name $! #if( ]]#",
        "#* a comment with $name and $! *# and ## another with $!",
        "$lead.name.trim().substring(0, 1).toUpperCase()"
      })
  void what_mails_need_is_accepted(String template) {
    assertThat(fixture.check(template)).isEqualTo("ok");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      value = {
        "Hello $lead.fistName => unknown-name [1, 7, lead.fistName]",
        "Hello $lead.firstname => misspelt-name [1, 7, lead.firstName]",
        "Hello $lead => unknown-name [1, 7, lead]",
        "$5 or $USD => unknown-name [1, 7, USD]",
        "$lead.email.class => unknown-name [1, 1, lead.email.class]",
        "$later #set($later = 'x') => unknown-name [1, 1, later]",
        "$foreach.index => unknown-name [1, 1, foreach.index]",
        "#foreach($p in $vars.parts)$foreach.topmost#end => unknown-name [1, 28, foreach.topmost]",
        "$!lead.firstName => quiet [1, 1, ${lead.firstName|'there'}]",
        "#if($!lead.firstName)x#end => quiet [1, 5, ${lead.firstName|'there'}]",
        "only 5$! => quiet [1, 7, ${lead.firstName|'there'}]",
        "#if($lead.name) => unreadable [1, 16]",
        "x #end => unreadable [1, 3]",
        "${lead.name => unreadable [1, 12]",
        "one #* two => unreadable [1, 5]",
        "#set($lead = 'x') => assign [1, 6, $lead]",
        "#set($lead.name = 'x') => assign [1, 6, $lead.name]",
        "#foreach($vars in $vars.parts)x#end => assign [1, 10, $vars]",
        "#set($x = \"Dear $lead.name\") => quoted-value [1, 11]",
        "${lead.firstName|'$lead.name'} => quoted-value [1, 18]",
        "$lead.name.replace('a', 'b') => method [1, 12, replace]",
        "$lead.name.trim().length => method [1, 19, length]",
        "#break => break [1, 1]",
        "#foreach($p in $vars.parts)#break($foreach)#end => break [1, 28]",
        "see #top (now) => no-directive [1, 5, top]",
        "#shout($lead.name) => no-directive [1, 1, shout]"
      })
  void what_is_wrong_is_named_with_line_and_column(String template, String problem) {
    assertThat(fixture.check(template)).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      value = {
        "#include('/etc/passwd') => directive [1, 1, include]",
        "#parse('other.vm') => directive [1, 1, parse]",
        "#evaluate('x') => directive [1, 1, evaluate]",
        "#define($x)y#end => directive [1, 1, define]",
        "#macro(shout $x)$x#end => directive [1, 1, macro]",
        "#stop => directive [1, 1, stop]",
        "#@shout()x#end => no-directive [1, 1, shout]",
        "$lead.email.getClass().forName('java.lang.Runtime') => method [1, 13, getClass]",
        "$lead.getClass() => method [1, 7, getClass]",
        "$lead.email.getBytes() => method [1, 13, getBytes]",
        "$lead.email.format('%99999999d', 1) => method [1, 13, format]",
        "$lead.email.repeat(99999999) => method [1, 13, repeat]",
        "$lead.email.concat($lead.email) => method [1, 13, concat]",
        "$class.inspect('java.lang.Runtime') => method [1, 8, inspect]",
        "#foreach($i in [1..99999999])x#end => construct [1, 16]",
        "#set($x = [1, 2]) => construct [1, 11]",
        "#set($x = {'a': 1}) => construct [1, 11]",
        "#set($x = $vars.seats * 2) => construct [1, 24]",
        "#set($x = $lead.name + $lead.name) => construct [1, 23]",
        "$vars.parts[0] => construct [1, 12]",
        "$vars['parts'] => construct [1, 6]"
      })
  void what_could_do_harm_is_refused(String template, String problem) {
    assertThat(fixture.check(template)).isEqualTo(problem);
  }

  @Test
  void lines_and_columns_are_those_of_an_editor() {
    assertThat(fixture.check("one\r\ntwo\n\t\u00e9 $nobody"))
        .isEqualTo("unknown-name [3, 4, nobody]");
    assertThat(fixture.check("one\rtwo\n\n  ${lead.name")).isEqualTo("unreadable [4, 14]");
  }

  @Test
  void only_the_first_fault_is_told() {
    assertThat(fixture.check("$one $two")).isEqualTo("unknown-name [1, 1, one]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#if(", "#if((", "${lead.name|", "#set($x = [", "$lead.name.contains(", "#if(!"})
  void brackets_in_brackets_without_end_are_refused(String opening) {
    assertThat(fixture.check(opening + opening.substring(opening.length() - 1).repeat(90_000)))
        .isNotEqualTo("ok");
    assertThat(fixture.check(opening.repeat(8_000))).isNotEqualTo("ok");
    assertThat(fixture.check("$lead.name")).isEqualTo("ok");
  }

  @Test
  void nesting_and_size_have_limits() {
    assertThat(fixture.check("#if(true)".repeat(10) + "x" + "#end".repeat(10))).isEqualTo("ok");
    assertThat(fixture.check("#if(true)".repeat(40) + "x" + "#end".repeat(40)))
        .startsWith("too-complicated");
    assertThat(fixture.check("$lead.name ".repeat(1_000))).isEqualTo("ok");
    assertThat(fixture.check("$lead.name ".repeat(9_000))).startsWith("too-complicated");
    assertThat(fixture.check("#set($x = '" + "x".repeat(1_001) + "')")).startsWith("long-literal");
    assertThat(fixture.check("#if(" + "9".repeat(30) + " > 1)x#end")).startsWith("long-literal");
  }
}
