package dev.drumbeat.host.issue.jql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.host.issue.jql.JqlQuery.Sort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JqlParserTest {

  private static Clause.Test test(String field, Operator operator, String value) {
    return new Clause.Test(field, operator, List.of(new Operand.Value(value)));
  }

  private static Clause where(String text) {
    return JqlParser.parse(text).where();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          status = Done,                EQUALS,       Done
          status != Done,               NOT_EQUALS,   Done
          status!=Done,                 NOT_EQUALS,   Done
          created >= -7d,               AT_LEAST,     -7d
          created<=2026-03-31,          AT_MOST,      2026-03-31
          created > "2026-03-31 10:00", MORE,         2026-03-31 10:00
          due < 4w,                     LESS,         4w
          summary ~ 'brass & co',       CONTAINS,     brass & co
          summary !~ x,                 CONTAINS_NOT, x
          status IN (Done),             IN,           Done
          status not in (Done),         NOT_IN,       Done
          summary ~ "say \\"so\\"",     CONTAINS,     say "so"
          summary ~ "a\\nb\\\\",        CONTAINS,     `a\nb\\`
          status = "AND",               EQUALS,       AND
          """)
  void a_comparison_has_an_operator_and_a_value(String text, Operator operator, String value) {
    Clause.Test test = (Clause.Test) where(text);

    assertThat(test.operator()).isEqualTo(operator);
    assertThat(test.operands())
        .containsExactly(new Operand.Value(value.replace("\\n", "\n").replace("\\\\", "\\")));
  }

  @Test
  void a_field_may_be_quoted_or_given_by_number() {
    assertThat(where("\"Contract end\" = 1d"))
        .isEqualTo(test("Contract end", Operator.EQUALS, "1d"));
    assertThat(where("CF[ 10000 ] = x")).isEqualTo(test("cf[10000]", Operator.EQUALS, "x"));
  }

  @Test
  void a_list_has_values_functions_and_emptiness() {
    assertThat(where("assignee in (sam, currentUser(), f(a, 'b c'), EMPTY, \"empty\")"))
        .isEqualTo(
            new Clause.Test(
                "assignee",
                Operator.IN,
                List.of(
                    new Operand.Value("sam"),
                    new Operand.Call("currentUser", List.of()),
                    new Operand.Call("f", List.of("a", "b c")),
                    new Operand.Empty(),
                    new Operand.Value("empty"))));
  }

  @Test
  void a_function_may_stand_for_a_list() {
    assertThat(where("key in enrolled(7)"))
        .isEqualTo(
            new Clause.Test(
                "key", Operator.IN, List.of(new Operand.Call("enrolled", List.of("7")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"due is empty", "due IS NULL", "due = EMPTY"})
  void emptiness_is_written_in_several_ways(String text) {
    assertThat(((Clause.Test) where(text)).operands()).containsExactly(new Operand.Empty());
  }

  @Test
  void and_binds_stronger_than_or() {
    assertThat(where("a=1 or b=2 and c=3 or d=4"))
        .isEqualTo(
            new Clause.Or(
                List.of(
                    test("a", Operator.EQUALS, "1"),
                    new Clause.And(
                        List.of(test("b", Operator.EQUALS, "2"), test("c", Operator.EQUALS, "3"))),
                    test("d", Operator.EQUALS, "4"))));
  }

  @Test
  void parentheses_bind_strongest() {
    assertThat(where("(a=1 or b=2) AND c=3"))
        .isEqualTo(
            new Clause.And(
                List.of(
                    new Clause.Or(
                        List.of(test("a", Operator.EQUALS, "1"), test("b", Operator.EQUALS, "2"))),
                    test("c", Operator.EQUALS, "3"))));
  }

  @Test
  void not_is_pushed_down_to_the_operators() {
    assertThat(where("not (a=1 or b ~ 2) and not due < 3d and not not c is empty"))
        .isEqualTo(where("(a!=1 and b !~ 2) and due >= 3d and c is empty"));
  }

  @ParameterizedTest
  @CsvSource({
    "=, !=",
    "in, not in",
    "is, is not",
    "<, >=",
    ">, <=",
    "~, !~",
  })
  void each_operator_has_an_opposite(String sign, String opposite) {
    Operator operator =
        List.of(Operator.values()).stream().filter(o -> o.sign().equals(sign)).findAny().get();

    assertThat(operator.opposite().sign()).isEqualTo(opposite);
    assertThat(operator.opposite().opposite()).isEqualTo(operator);
  }

  @Test
  void issues_are_sorted_by_several_fields() {
    assertThat(JqlParser.parse("a=1 ORDER BY priority, \"Contract end\" desc, key ASC").sorts())
        .containsExactly(
            new Sort("priority", false), new Sort("Contract end", true), new Sort("key", false));
    assertThat(JqlParser.parse("order by key").where()).isEqualTo(new Clause.And(List.of()));
  }

  @Test
  void no_text_asks_for_everything() {
    assertThat(JqlParser.parse(" ").where()).isEqualTo(new Clause.And(List.of()));
  }

  @Test
  void the_text_stays_as_it_was_written() {
    assertThat(JqlParser.parse(" a = 1  ORDER by key").getQueryString())
        .isEqualTo(" a = 1  ORDER by key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          project = AND a=1       | Expecting a value but got 'AND' at character 11
          project =               | Expecting a value before the end of the query
          = SALES                 | Expecting a field name but got '=' at character 1
          project                 | Expecting an operator (=, !=, <, >, <=, >=, ~, !~, IN, NOT IN, IS, IS NOT) before the end of the query
          status was Done         | Expecting an operator (=, !=, <, >, <=, >=, ~, !~, IN, NOT IN, IS, IS NOT) but got 'was' at character 8
          status == Done          | Expecting an operator (=, !=, <, >, <=, >=, ~, !~, IN, NOT IN, IS, IS NOT) but got '==' at character 8
          a=1 b=2                 | Expecting either 'OR' or 'AND' but got 'b' at character 5
          a=1 AND                 | Expecting a field name before the end of the query
          a=1 AND OR b=2          | Expecting a field name but got 'OR' at character 9
          (a=1                    | Expecting ')' before the end of the query
          a=1)                    | Expecting either 'OR' or 'AND' but got ')' at character 4
          a in 1                  | Expecting a list in parentheses or a function before the end of the query
          a in ()                 | Expecting a value but got ')' at character 7
          a in (1 2)              | Expecting a comma or ')' but got '2' at character 9
          a not 1                 | Expecting 'IN' after 'NOT' but got '1' at character 7
          due is 7d               | Expecting 'EMPTY' but got '7d' at character 8
          a=1 order key           | Expecting 'BY' after 'ORDER' but got 'key' at character 11
          a=1 order by            | Expecting a field name before the end of the query
          order by key down       | Expecting a comma or the end but got 'down' at character 14
          reporter = a@example.com| The character '@' must be enclosed in quotation marks at character 13
          summary ~ "open         | The quotation mark is never closed that opens at character 11
          summary ~ "a\\qb"       | There is no escape sequence '\\q' at character 13
          cf[x] = 1               | Expecting the number of a custom field, as in cf[10000], at character 3
          ! a=1                   | Expecting a field name but got '!' at character 1
          """)
  void a_wrong_query_is_told_what_was_expected_where(String text, String error) {
    assertThatThrownBy(() -> JqlParser.parse(text.replace("\\\\", "\\")))
        .isInstanceOf(JqlException.class)
        .hasMessage("Error in the JQL Query: " + error.replace("\\\\", "\\"));
  }

  @Test
  void hostile_depth_and_length_are_refused() {
    assertThatThrownBy(() -> JqlParser.parse("(".repeat(20_000) + "a=1"))
        .hasMessage("Error in the JQL Query: The query is nested too deeply at character 101");
    assertThatThrownBy(() -> JqlParser.parse("NOT ".repeat(7_000) + "a=1"))
        .hasMessageContaining("nested too deeply");
    assertThatThrownBy(() -> JqlParser.parse("a=" + "1".repeat(30_000)))
        .hasMessage("The query is longer than 30000 characters");
  }

  @Test
  void a_long_chain_is_not_deep() {
    assertThat(((Clause.Or) where("a=1" + " or a=1".repeat(3_000))).parts()).hasSize(3_001);
  }
}
